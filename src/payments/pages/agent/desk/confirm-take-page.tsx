import { cents, formatCents, type Cents } from "#kernel";
import { confirmationPage, DataTable, Notice, SummaryList, type Fact, type Page } from "#platform";

import { invoiceNumber } from "#billing";
import type { DeskOrder } from "../../../desk/desk-order.ts";
import type { PayerStanding } from "../../../desk/payer-standing.ts";
import type { KeptRegie } from "../../../desk/regie.ts";
import type { Taken } from "../../../desk/take-payment.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import type { TypedPayment } from "./take-form.ts";
import { texts } from "./take-texts.fr.ts";

const words = texts.confirm;

interface ConfirmView {
  readonly regie: KeptRegie;
  readonly standing: PayerStanding;
  readonly order: DeskOrder;
  readonly typed: TypedPayment;
  /** What taking it would do. */
  readonly taken: Taken;
}

/** What is about to be taken, in words: the change to give back, what it settles, what the till becomes. */
export function confirmTakePage({ regie, standing, order, typed, taken }: ConfirmView): Page {
  const base = `/agent/regie/${regie.id}/payeurs/${standing.householdId}/${standing.guardianId}`;
  const { facts } = words;
  return confirmationPage({
    title: words.title,
    section: "regie",
    back: { href: `${base}?moyen=${order.means}`, label: words.back },
    does: (
      <>
        {order.means === "cash" && taken.cash.kind !== "below" && (
          <Notice tone="warning">
            <p>{taken.cash.kind === "over" ? words.over(taken.cash.by) : words.near(taken.cash.left)}</p>
          </Notice>
        )}
        {taken.sameCheque !== null && (
          <Notice tone="warning" title={words.sameCheque}>
            <p>{words.sameChequeMore(taken.sameCheque)}</p>
          </Notice>
        )}
        <SummaryList
          facts={[
            { term: facts.payer, value: standing.payer },
            { term: facts.means, value: shared.means[order.means] },
            { term: facts.amount, value: <strong>{formatCents(order.cents)}</strong> },
            ...(order.handed === null ? [] : [{ term: facts.handed, value: formatCents(order.handed) }]),
            ...referenceFacts(order),
          ]}
        />
        {taken.change > 0 && (
          <Notice title={words.change(taken.change)}>
            <p>
              {formatCents(order.handed ?? cents(0))} − {formatCents(order.cents)}
            </p>
          </Notice>
        )}
        {taken.settles.length > 0 && <Settles taken={taken} standing={standing} />}
        {taken.places.length > 0 && (
          <DataTable
            caption={words.books}
            columns={[
              { header: words.columns.place, rowHeader: true, cell: ({ label }) => label },
              { header: words.columns.price, numeric: true, cell: (place) => formatCents(place.cents) },
            ]}
            rows={taken.places}
          />
        )}
        {taken.credit > 0 && <p>{words.credit(taken.credit)}</p>}
      </>
    ),
    action: base,
    fields: {
      cle: order.id,
      moyen: order.means,
      montant: typed.montant,
      donne: typed.donne,
      tireur: typed.tireur,
      banque: typed.banque,
      reference: typed.reference,
      facture: order.chosen,
      place: order.places,
      ...(taken.sameCheque === null ? {} : { autre: "1" }),
    },
    button:
      taken.sameCheque === null
        ? { label: words.submit(order.cents) }
        : { label: words.submitOther(order.cents), variant: "warning" },
  });
}

/** What is read off the cheque, the ticket or the title, to be compared with what one holds. */
function referenceFacts({ means, drawer, bank, reference }: DeskOrder): readonly Fact[] {
  if (reference === null) return [];
  const { facts, cheque } = texts.receipt;
  return means === "cheque"
    ? [{ term: facts.cheque, value: cheque(drawer ?? "", bank ?? "", reference) }]
    : [{ term: facts.reference, value: reference }];
}

function Settles({ taken, standing }: Pick<ConfirmView, "taken" | "standing">) {
  const named = new Map(standing.open.map((invoice) => [invoice.id, invoiceNumber(invoice)]));
  const total: Cents = cents(taken.settles.reduce((sum, one) => sum + one.cents, 0));
  return (
    <DataTable
      caption={words.settles}
      columns={[
        {
          header: words.columns.invoice,
          rowHeader: true,
          cell: ({ invoice }) => named.get(invoice) ?? "",
          total: words.columns.total,
        },
        {
          header: words.columns.amount,
          numeric: true,
          cell: (one) => formatCents(one.cents),
          total: formatCents(total),
        },
      ]}
      rows={taken.settles}
    />
  );
}

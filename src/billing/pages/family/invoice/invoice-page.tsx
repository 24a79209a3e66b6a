import { cents } from "#kernel";
import { BackLink, ButtonLink, Details, Notice, type Page } from "#platform";

import type { Corrections } from "../../../account/corrections.ts";
import type { Invoice, InvoiceLine } from "../../../account/read-invoice.ts";
import type { InvoiceStanding } from "../../../account/invoice-standing.ts";
import type { PayDesk } from "../../../account/settling.ts";
import { payTexts } from "../../shared/pay-texts.fr.ts";
import { deskWords } from "../../shared/pay-words.ts";
import { InvoiceTitle, InvoiceView } from "../../shared/invoice-view.tsx";
import { texts as words } from "../../shared/texts.fr.ts";
import { whatWords } from "../../shared/line-words.ts";
import { invoiceState } from "../../../rules/invoice-state.ts";
import { payHref, type Paying } from "../paying.ts";
import { texts } from "../texts.fr.ts";

interface InvoicePageView {
  readonly invoice: Invoice;
  readonly standing: InvoiceStanding;
  readonly corrections: Corrections;
  readonly today: Temporal.PlainDate;
  readonly paying: Paying;
  /** Where it may be paid otherwise than on line. */
  readonly desks: readonly PayDesk[];
  /** Whether a dispute of it has just been sent. */
  readonly disputed: boolean;
}

/** A document of the family, with what is owed of it, what can be disputed. */
export function invoicePage(view: InvoicePageView): Page {
  const { invoice, standing, corrections, today, paying, desks, disputed } = view;
  const { open } = standing;
  const under = paying.underWay.find(({ invoiceIds }) => invoiceIds.includes(invoice.id));
  const state = invoiceState({ ...invoice, open, paying: under !== undefined }, today);
  const title = words.title(invoice.kind, invoice);
  const stateSentence =
    state === "credit" ? creditWords(invoice, standing) : texts.states[state](invoice.dueOn, open);
  return {
    title,
    section: "invoices",
    before: <BackLink href="/factures" label={texts.back} />,
    ...(disputed ? { flash: <Sent /> } : {}),
    main: (
      <>
        <InvoiceTitle invoice={invoice} />
        <p>
          <strong>{under === undefined ? stateSentence : <a href={under.href}>{stateSentence}</a>}</strong>
        </p>
        {paying.opened && open > 0 && under === undefined && (
          <p>
            <ButtonLink href={payHref(invoice, invoice.id)}>{texts.pay(open)}</ButtonLink>
          </p>
        )}
        {open > 0 && desks.length > 0 && (
          <Details summary={payTexts.title}>
            {desks.map((desk) => (
              <p>{deskWords(desk)}</p>
            ))}
          </Details>
        )}
        <p>
          <a href={`/factures/${invoice.id}/facture.pdf`} download>
            {words.download}
          </a>
        </p>
        <InvoiceView
          {...{ invoice, standing, corrections }}
          hrefOf={(id) => `/factures/${id}`}
          paymentHref={paying.hrefOf}
          under={(line) => (
            <Dispute invoice={invoice} line={line} corrected={corrections.has(line.sourceKey)} />
          )}
        />
      </>
    ),
  };
}

/** What became of a credit note: deducted, but for what was refunded of it. */
function creditWords({ total }: Invoice, { parts }: InvoiceStanding): string {
  const refunds = parts.filter(({ entry }) => entry.kind === "refund");
  const refunded = cents(refunds.reduce((sum, part) => sum + part.cents, 0));
  if (refunded === 0) return texts.credited.deducted;
  return refunded === 0 - total ? texts.credited.refunded : texts.credited.partly(refunded);
}

function Sent() {
  return (
    <Notice tone="success" announce>
      <p>{texts.dispute.sent}</p>
    </Notice>
  );
}

/** A line that was corrected is disputed where its price stands now: on the correction. */
function Dispute(props: { invoice: Invoice; line: InvoiceLine; corrected: boolean }) {
  const { invoice, line, corrected } = props;
  const { dispute, facts, position } = line;
  if (facts === null) return null;
  if (dispute !== null && dispute.outcome === null)
    return (
      <>
        <p>{words.disputed(dispute.reason)}</p>
        {dispute.acknowledged && (
          <p>
            <a href={`/factures/contestations/${dispute.id}`}>{words.acknowledgement}</a>
          </p>
        )}
      </>
    );
  const outcome = dispute?.outcome ?? null;
  return (
    <>
      {outcome !== null && <p>{words.answered[outcome](dispute?.answer ?? "")}</p>}
      {!corrected && (
        <p>
          <a href={`/factures/${invoice.id}/lignes/${position}/contester`}>
            {words.dispute}
            <span class="vh">{words.disputeOf(whatWords(line), line.participant, line.day)}</span>
          </a>
        </p>
      )}
    </>
  );
}

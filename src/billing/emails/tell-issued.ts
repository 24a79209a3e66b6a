import { originOf, type Authority, type Handler } from "#identity";
import { cents, type Cents, type Id } from "#kernel";
import { writeMessage } from "#messaging";
import { formId, type Reads } from "#platform";
import { z } from "zod";

import { ledgerLines, openByInvoice } from "../account/standing.ts";
import type { InvoiceNumber } from "../rules/invoice-number.ts";
import type { Payer } from "../rules/owed.ts";
import { NOBODY, payerKey } from "../rules/payers-in-order.ts";
import type { DocumentKind } from "../run/review.ts";
import { texts } from "./texts.fr.ts";

/** Letters of one transaction. */
const BATCH = 200;
const event = z.object({ run: formId<"run">() });

interface ToldInvoice extends InvoiceNumber, Payer {
  readonly id: Id<"invoice">;
  readonly kind: DocumentKind;
  readonly month: Temporal.PlainDate;
  readonly total: Cents;
  readonly dueOn: Temporal.PlainDate;
  readonly name: string;
  readonly email: string;
}

/**
 * On `billing.issued`: tells each payer of its documents in one letter, once however often the event is handled. A payer
 * without an address of e-mail reads them on paper.
 */
export const tellIssued =
  (publicUrl: URL): Handler =>
  async ({ authority, database, now }, facts) => {
    const { run } = event.parse(facts);
    let after: Payer | null = null;
    for (;;) {
      const from: Payer | null = after;
      after = await database.write(async (writes) => {
        const invoices = await invoicesAfter(writes, run, from);
        const open = await stillOwed(writes, invoices);
        for (const own of Map.groupBy(invoices, payerKey).values()) {
          const [first] = own;
          if (first === undefined || first.email === "") continue;
          await writeMessage(writes, authority, {
            key: `billing.issued:${first.id}`,
            to: first.email,
            subject: texts.subject(
              own.map(({ kind }) => kind),
              first.month.toPlainYearMonth(),
            ),
            content: contentOf(first.name, own, open, { authority, publicUrl }),
            at: now,
          });
        }
        return invoices.at(-1) ?? null;
      });
      if (after === null) return;
    }
  };

function contentOf(
  name: string,
  invoices: readonly ToldInvoice[],
  open: ReadonlyMap<Id<"invoice">, Cents>,
  { authority, publicUrl }: { readonly authority: Authority; readonly publicUrl: URL },
) {
  const origin = originOf(authority.host, publicUrl);
  return {
    greeting: texts.greeting(name),
    blocks: [
      ...invoices.map((invoice) => ({
        kind: "paragraph" as const,
        text: amountWords(invoice, open.get(invoice.id) ?? cents(0)),
      })),
      { kind: "paragraph" as const, text: texts.explained },
      ...invoices.map((invoice) => ({
        kind: "link" as const,
        label: invoices.length === 1 ? texts.see : texts.seeOne(invoice),
        href: `${origin}/factures/${invoice.id}`,
      })),
    ],
    signature: texts.signature(authority.name, authority.brand.contact.phone),
  };
}

function amountWords(invoice: ToldInvoice, open: Cents): string {
  if (invoice.total === 0) return texts.even(invoice);
  if (invoice.total < 0) return texts.credit(invoice, cents(0 - invoice.total));
  // An over-payment or a credit note settles it as it is issued.
  if (open < invoice.total) return texts.credited(invoice, invoice.total, open, invoice.dueOn);
  return texts.due(invoice, invoice.total, invoice.dueOn);
}

/** What of these documents is owed, once what was in their payers' favour is used. */
async function stillOwed(
  reads: Reads,
  invoices: readonly ToldInvoice[],
): Promise<ReadonlyMap<Id<"invoice">, Cents>> {
  const byPayer = await ledgerLines(reads, {
    householdIds: invoices.map(({ householdId }) => householdId),
    onlyGuardian: null,
    ownGuardian: null,
  });
  return new Map([...byPayer.values()].flatMap((lines) => [...openByInvoice(lines)]));
}

/** The documents of the next payers of a run, those of one payer together: what is to pay, then what is given back. */
function invoicesAfter(reads: Reads, run: Id<"run">, after: Payer | null): Promise<ToldInvoice[]> {
  return reads.rows<ToldInvoice>(
    "billing_invoices_to_tell",
    `with payer as (
       select distinct household_id, guardian_id from invoice
       where run_id = $1 and (household_id, guardian_id) > ($2, $3)
       order by household_id, guardian_id
       limit $4
     )
     select i.id, i.household_id as "householdId", i.guardian_id as "guardianId", i.series, i.year, i.number, i.kind,
            i.month, i.total_cents as total, i.due_on as "dueOn",
            coalesce(g.first_name || ' ' || g.last_name, '') as name, coalesce(g.email, '') as email
     from payer
     join invoice i on i.run_id = $1 and i.household_id = payer.household_id and i.guardian_id = payer.guardian_id
     left join families_guardian_card g on g.household_id = i.household_id and g.guardian_id = i.guardian_id
     order by i.household_id, i.guardian_id, i.total_cents desc, i.series, i.number`,
    [run, after?.householdId ?? NOBODY, after?.guardianId ?? NOBODY, BATCH],
  );
}

import { originOf, type Authority, type Handler } from "#identity";
import { cents, type Cents, type Id } from "#kernel";
import { writeMessage } from "#messaging";
import { formId, type Reads } from "#platform";
import { z } from "zod";

import { ledgerLines, openByInvoice } from "../account/standing.ts";
import type { InvoiceNumber } from "../rules/invoice-number.ts";
import type { Payer } from "../rules/owed.ts";
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
 * On `billing.issued`: tells each payer of the documents, once however often the event is handled. A payer without an
 * address of e-mail reads them on paper.
 */
export const tellIssued =
  (publicUrl: URL): Handler =>
  async ({ authority, database, now }, facts) => {
    const { run } = event.parse(facts);
    let after: { series: string; number: number } | null = { series: "", number: 0 };
    while (after !== null) {
      const from = after;
      after = await database.write(async (writes) => {
        const invoices = await invoicesAfter(writes, run, from);
        const open = await stillOwed(writes, invoices);
        for (const invoice of invoices) {
          if (invoice.email === "") continue;
          await writeMessage(writes, authority, {
            key: `billing.issued:${invoice.id}`,
            to: invoice.email,
            subject: texts.subject(invoice.kind, invoice.month.toPlainYearMonth()),
            content: contentOf(invoice, open.get(invoice.id) ?? cents(0), authority, publicUrl),
            at: now,
          });
        }
        const last = invoices.at(-1);
        return last === undefined ? null : { series: last.series, number: last.number };
      });
    }
  };

function contentOf(invoice: ToldInvoice, open: Cents, authority: Authority, publicUrl: URL) {
  return {
    greeting: texts.greeting(invoice.name),
    blocks: [
      { kind: "paragraph" as const, text: amountWords(invoice, open) },
      { kind: "paragraph" as const, text: texts.explained },
      {
        kind: "link" as const,
        label: texts.see,
        href: `${originOf(authority.host, publicUrl)}/factures/${invoice.id}`,
      },
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
  const byPayer = await ledgerLines(
    reads,
    invoices.map(({ householdId }) => householdId),
    null,
  );
  return new Map([...byPayer.values()].flatMap((lines) => [...openByInvoice(lines)]));
}

function invoicesAfter(
  reads: Reads,
  run: Id<"run">,
  { series, number }: { series: string; number: number },
): Promise<ToldInvoice[]> {
  return reads.rows<ToldInvoice>(
    "billing_invoices_to_tell",
    `select i.id, i.household_id as "householdId", i.guardian_id as "guardianId", i.series, i.year, i.number, i.kind, i.month, i.total_cents as total, i.due_on as "dueOn",
            coalesce(g.first_name || ' ' || g.last_name, '') as name, coalesce(g.email, '') as email
     from invoice i
     left join families_guardian_card g on g.household_id = i.household_id and g.guardian_id = i.guardian_id
     where i.run_id = $1 and (i.series, i.number) > ($2, $3)
     order by i.series, i.number
     limit $4`,
    [run, series, number, BATCH],
  );
}

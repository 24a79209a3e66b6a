import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import { allocate } from "../rules/allocation.ts";
import type { InvoiceNumber } from "../rules/invoice-number.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import type { DocumentKind } from "../run/review.ts";
import { accountsOf } from "./reach.ts";
import { ledgerLines } from "./standing.ts";

/** What a document asked on the day of its issue, apart from what earlier ones asked already. */
export interface OwedAtIssue {
  /** What it asks itself, once what was in the payer's favour is used. */
  readonly own: Cents;
  /** What was asked before it and not paid, the oldest first. */
  readonly earlier: readonly EarlierDebt[];
  /** What is left in the payer's favour. */
  readonly credit: Cents;
}

/** What an earlier document asks still. */
export interface EarlierDebt {
  /** Null for money given back of a payment that did not hold: no document asks it. */
  readonly document: (InvoiceNumber & { readonly kind: DocumentKind }) | null;
  readonly open: Cents;
  readonly until: Temporal.PlainDate;
}

/**
 * What a document asked when it was issued: entries until the day of its issue, in the order in which they were written.
 * What was known only afterwards (a payment of the day before that PayFiP told late) is not counted: printed again, the
 * document says the same.
 */
export async function owedAtIssue(
  reads: Reads,
  { id, householdId, guardianId, issuedOn }: Payer & { id: Id<"invoice">; issuedOn: Temporal.PlainDate },
): Promise<OwedAtIssue> {
  const payer = { householdId, guardianId };
  const lines = (await ledgerLines(reads, accountsOf(householdId, guardianId))).get(payerKey(payer)) ?? [];
  const own = lines.find(({ invoiceId }) => invoiceId === id);
  if (own === undefined) throw new Error(`Invoice ${id} has no entry`);
  const known = lines.filter(
    (line) => line.id <= own.id && Temporal.PlainDate.compare(line.day, issuedOn) <= 0,
  );
  const { open, credit } = allocate(known);
  const owed = known.filter((line) => line.id !== own.id && open.has(line.id));
  const documents = await documentsOf(
    reads,
    owed.flatMap(({ invoiceId }) => invoiceId ?? []),
  );
  return {
    own: open.get(own.id) ?? cents(0),
    earlier: owed
      .map((line) => ({
        document: (line.invoiceId === null ? undefined : documents.get(line.invoiceId)) ?? null,
        open: open.get(line.id) ?? cents(0),
        until: line.dueOn ?? line.day,
      }))
      .toSorted((a, b) => Temporal.PlainDate.compare(a.until, b.until)),
    credit: cents([...credit.values()].reduce((sum, left) => sum + left, 0)),
  };
}

async function documentsOf(reads: Reads, ids: readonly Id<"invoice">[]) {
  type Row = InvoiceNumber & { readonly id: Id<"invoice">; readonly kind: DocumentKind };
  if (ids.length === 0) return new Map<Id<"invoice">, Row>();
  const rows = await reads.rows<Row>(
    "billing_earlier_documents",
    "select id, series, year, number, kind from invoice where id = any ($1::uuid[])",
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import { allocate, type LedgerLine } from "../rules/allocation.ts";
import type { InvoiceNumber } from "../rules/invoice-number.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import { accountsOf } from "./reach.ts";
import { ledgerLines } from "./standing.ts";

/** What a payment paid off when it was written, and what of it was left in the payer's favour. */
export interface SettledAtFirst {
  readonly documents: readonly (InvoiceNumber & { readonly invoice: Id<"invoice">; readonly cents: Cents })[];
  /** What it settled that is of no document: money given back of a payment that did not hold. */
  readonly besides: Cents;
  readonly credit: Cents;
}

/** The same of lines: only those until the payment's own, so that its receipt says the same next year. */
function settledBy(lines: readonly LedgerLine[], own: LedgerLine) {
  const until = lines.filter(({ id }) => id <= own.id);
  const { allocations, credit } = allocate(until);
  const invoiceOf = new Map(until.map((line) => [line.id, line.invoiceId]));
  const shares = new Map<Id<"invoice">, number>();
  let besides = 0;
  for (const one of allocations.filter((each) => each.credit === own.id)) {
    const invoice = invoiceOf.get(one.debit) ?? null;
    if (invoice === null) besides += one.cents;
    else shares.set(invoice, (shares.get(invoice) ?? 0) + one.cents);
  }
  return { shares, besides: cents(besides), credit: credit.get(own.id) ?? cents(0) };
}

/** What the payment of this id settled when it was written; undefined where the account holds no such entry. */
export async function settledAtFirst(
  reads: Reads,
  payer: Payer,
  sourceId: string,
): Promise<SettledAtFirst | undefined> {
  const { householdId, guardianId } = payer;
  const lines = (await ledgerLines(reads, accountsOf(householdId, guardianId))).get(payerKey(payer)) ?? [];
  const own = lines.find((line) => line.kind === "payment" && line.sourceId === sourceId);
  if (own === undefined) return undefined;
  const { shares, besides, credit } = settledBy(lines, own);
  const named = await reads.rows<InvoiceNumber & { invoice: Id<"invoice"> }>(
    "billing_settled_documents",
    `select id as invoice, series, year, number from invoice where id = any ($1::uuid[])
     order by due_on, series, year, number`,
    [[...shares.keys()]],
  );
  const documents = named.map((one) => ({ ...one, cents: cents(shares.get(one.invoice) ?? 0) }));
  return { documents, besides, credit };
}

import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import { allocate, type LedgerLine, type Standing } from "../rules/allocation.ts";
import type { InvoiceNumber } from "../rules/invoice-number.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import type { DocumentKind } from "../run/review.ts";
import { accountsOf, type AccountReach } from "./reach.ts";

/** A document of which something is owed still. */
export interface OpenInvoice extends InvoiceNumber {
  readonly id: Id<"invoice">;
  readonly kind: DocumentKind;
  readonly month: Temporal.PlainYearMonth;
  readonly dueOn: Temporal.PlainDate;
  readonly total: Cents;
  readonly open: Cents;
}

/** What a payer owes on a day: the sum of the entries until that day, it included. */
export async function balanceOn(reads: Reads, payer: Payer, day: Temporal.PlainDate): Promise<Cents> {
  const row = await reads.row<{ balance: Cents }>(
    "billing_balance_on",
    `select coalesce(sum(amount_cents), 0)::bigint as balance
     from ledger_entry where household_id = $1 and guardian_id = $2 and day <= $3`,
    [payer.householdId, payer.guardianId, day.toString()],
  );
  return row?.balance ?? cents(0);
}

/** After every entry: what is posted today may bear the day of tomorrow's bank statement. */
const EVER = Temporal.PlainDate.from("9000-12-31");

/** What a payer owes, every entry counted, whatever its day. */
export const wholeBalance = (reads: Reads, payer: Payer): Promise<Cents> => balanceOn(reads, payer, EVER);

type LineRow = LedgerLine & Payer & { readonly sourceId: string | null };

/** The lines of the accounts within reach, in the order in which they were written, by payer. */
export async function ledgerLines(
  reads: Reads,
  { householdIds, onlyGuardian, ownGuardian }: Omit<AccountReach, "withheldIds">,
): Promise<ReadonlyMap<string, readonly LineRow[]>> {
  const rows = await reads.rows<LineRow>(
    "billing_ledger_lines",
    `select e.id, e.household_id as "householdId", e.guardian_id as "guardianId", e.kind, e.amount_cents as cents,
            e.day, e.invoice_id as "invoiceId", i.due_on as "dueOn", e.toward, e.toward_cents as shares, e.reverses,
            e.source_id as "sourceId"
     from ledger_entry e
     left join invoice i on i.id = e.invoice_id
     where (e.household_id = any ($1::uuid[]) or e.guardian_id = $3) and ($2::uuid is null or e.guardian_id = $2)
     order by e.id`,
    [householdIds, onlyGuardian, ownGuardian],
  );
  return Map.groupBy(rows, (row) => payerKey(row));
}

/**
 * What of each document is owed still: by document, settled ones left out. Money given back of a payment that did not hold
 * is owed without a document when nothing else was ever received: it is asked with the newest one, so that all that an
 * account owes can be paid.
 */
export function openByInvoice(
  lines: readonly LedgerLine[],
  standing: Standing = allocate(lines),
): ReadonlyMap<Id<"invoice">, Cents> {
  const open = new Map<Id<"invoice">, Cents>();
  let newest: LedgerLine | undefined;
  let apart = 0;
  for (const line of lines) {
    const owed = standing.open.get(line.id) ?? cents(0);
    if (line.invoiceId === null) apart += owed;
    else if (owed > 0) open.set(line.invoiceId, owed);
    if (line.invoiceId !== null && line.cents > 0 && !isNewer(newest, line)) newest = line;
  }
  if (apart > 0 && newest !== undefined && newest.invoiceId !== null)
    open.set(newest.invoiceId, cents((open.get(newest.invoiceId) ?? 0) + apart));
  return open;
}

function isNewer(one: LedgerLine | undefined, other: LedgerLine): boolean {
  return one !== undefined && Temporal.PlainDate.compare(one.dueOn ?? one.day, other.dueOn ?? other.day) > 0;
}

/** The documents of a payer of which something is owed, the oldest first. */
export async function openInvoices(reads: Reads, payer: Payer): Promise<readonly OpenInvoice[]> {
  const { householdId, guardianId } = payer;
  const lines = (await ledgerLines(reads, accountsOf(householdId, guardianId))).get(payerKey(payer)) ?? [];
  const open = openByInvoice(lines);
  const rows = await reads.rows<Omit<OpenInvoice, "open" | "month"> & { month: Temporal.PlainDate }>(
    "billing_open_invoices",
    `select id, series, year, number, kind, month, due_on as "dueOn", total_cents as total
     from invoice where id = any ($1::uuid[])
     order by due_on, series, year, number`,
    [[...open.keys()]],
  );
  return rows.map((row) => ({
    ...row,
    month: row.month.toPlainYearMonth(),
    open: open.get(row.id) ?? cents(0),
  }));
}

/** So much of a document is settled by what posted an entry: a payment, a write-off. */
export interface Settlement {
  readonly invoice: Id<"invoice">;
  readonly cents: Cents;
}

/** What each payment of a payer settles now, document by document, by the id that posted it. */
export async function settledBySource(
  reads: Reads,
  payer: Payer,
): Promise<ReadonlyMap<string, readonly Settlement[]>> {
  const { householdId, guardianId } = payer;
  const lines = (await ledgerLines(reads, accountsOf(householdId, guardianId))).get(payerKey(payer)) ?? [];
  const byId = new Map(lines.map((line) => [line.id, line]));
  const settled = new Map<string, Settlement[]>();
  for (const { credit, debit, cents: amount } of allocate(lines).allocations) {
    const source = byId.get(credit)?.sourceId ?? null;
    const invoice = byId.get(debit)?.invoiceId ?? null;
    if (source === null || invoice === null) continue;
    const known = settled.get(source) ?? [];
    const sum = known.find((one) => one.invoice === invoice)?.cents ?? 0;
    const others = known.filter((one) => one.invoice !== invoice);
    settled.set(source, [...others, { invoice, cents: cents(sum + amount) }]);
  }
  return settled;
}

import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { EntryKind, LedgerLine } from "../rules/allocation.ts";
import type { InvoiceNumber } from "../rules/invoice-number.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import type { DocumentKind } from "../run/review.ts";
import type { AccountReach } from "./reach.ts";
import { openByInvoice } from "./standing.ts";
import { waitingLines, type WaitingLine } from "./waiting-lines.ts";

/** One line of a payer's account: a document, or what happened to the money. */
export type AccountEntry = DocumentEntry | MoneyEntry;

interface EntryAmounts {
  readonly day: Temporal.PlainDate;
  readonly cents: Cents;
  /** The balance once this is counted. */
  readonly balance: Cents;
}

interface DocumentEntry extends EntryAmounts {
  readonly kind: DocumentKind;
  readonly invoice: InvoiceNumber & {
    readonly id: Id<"invoice">;
    readonly month: Temporal.PlainYearMonth;
    readonly dueOn: Temporal.PlainDate;
    /** What of it is owed still. */
    readonly open: Cents;
  };
}

interface MoneyEntry extends EntryAmounts {
  readonly kind: Exclude<EntryKind, DocumentKind>;
  readonly invoice: null;
  /** The payment that did this, or that this undoes; null for what has no page of its own. */
  readonly payment: string | null;
  /** How a payment came: « card »; null where it is not told. */
  readonly means: string | null;
  readonly writeOff: WriteOffFacts | null;
}

/** Why a debt was given up. */
export interface WriteOffFacts {
  readonly decision: string;
  readonly decidedOn: Temporal.PlainDate;
  readonly reason: string;
}

/** The account of a payer. */
export interface Account extends Payer {
  readonly household: string;
  readonly payer: string;
  /** What is owed today: the sum of all entries. */
  readonly balance: Cents;
  /** Lines that are too little for a document, and wait for the next, in the order of their days. */
  readonly waiting: readonly WaitingLine[];
  /** In the order in which they were written. */
  readonly entries: readonly AccountEntry[];
}

interface EntryRow extends LedgerLine, Payer {
  payment: string | null;
  means: string | null;
  decision: string | null;
  decidedOn: Temporal.PlainDate | null;
  reason: string | null;
  series: string;
  year: number;
  number: number;
  month: Temporal.PlainDate | null;
}

interface HeadRow {
  householdId: Id<"household">;
  guardianId: Id<"guardian">;
  household: string;
  payer: string;
}

/** The accounts within reach, entry by entry; an adult who never had a line has none. */
export async function readAccounts(reads: Reads, reach: AccountReach): Promise<readonly Account[]> {
  const parameters = [reach.householdIds, reach.onlyGuardian, reach.ownGuardian];
  const entries = await reads.rows<EntryRow>(
    "billing_account_entries",
    `select e.id, e.household_id as "householdId", e.guardian_id as "guardianId", e.day, e.kind,
            e.amount_cents as cents, e.toward, e.toward_cents as shares, e.reverses, coalesce(paid.source_id, e.source_id) as payment,
            i.id as "invoiceId", coalesce(i.series, '') as series, coalesce(i.year, 0) as year,
            coalesce(i.number, 0) as number, i.month, i.due_on as "dueOn", coalesce(e.means, paid.means) as means, w.decision,
            w.decided_on as "decidedOn", w.reason
     from ledger_entry e
     left join invoice i on i.id = e.invoice_id
     left join ledger_entry paid on paid.id = e.reverses
     left join write_off w on e.kind = 'write_off' and w.id = e.source_id
     where (e.household_id = any ($1::uuid[]) or e.guardian_id = $3) and ($2::uuid is null or e.guardian_id = $2)
     order by e.id`,
    parameters,
  );
  const heads = await reads.rows<HeadRow>(
    "billing_account_heads",
    `select payer.household_id as "householdId", payer.guardian_id as "guardianId", coalesce(h.label, '') as household,
            coalesce(g.first_name || ' ' || g.last_name, '') as payer
     from (select household_id, guardian_id from ledger_entry
           where household_id = any ($1::uuid[]) or guardian_id = $3
           union
           select household_id, guardian_id from carried_charge
           where (household_id = any ($1::uuid[]) or guardian_id = $3) and invoice_id is null) payer
     left join families_household_card h on h.household_id = payer.household_id
     left join families_guardian_name g on g.guardian_id = payer.guardian_id
     where $2::uuid is null or payer.guardian_id = $2
     order by h.label, payer.household_id, g.first_name, payer.guardian_id`,
    parameters,
  );
  const byPayer = Map.groupBy(entries, (entry) => payerKey(entry));
  const waiting = await waitingLines(reads, reach);
  return heads.map((head) => {
    const own = withBalance(byPayer.get(payerKey(head)) ?? []);
    return {
      ...head,
      balance: own.at(-1)?.balance ?? cents(0),
      waiting: waiting.get(payerKey(head)) ?? [],
      entries: own,
    };
  });
}

function withBalance(rows: readonly EntryRow[]): readonly AccountEntry[] {
  const open = openByInvoice(rows);
  let balance = 0;
  return rows.map((row) => {
    const { day, kind, cents: amount, invoiceId, month, dueOn, series, year, number, payment } = row;
    balance += amount;
    const amounts = { day, cents: amount, balance: cents(balance) };
    if (kind !== "invoice" && kind !== "complement" && kind !== "credit_note")
      return { ...amounts, kind, invoice: null, payment, means: row.means, writeOff: writeOffOf(row) };
    if (invoiceId === null || month === null || dueOn === null)
      throw new Error(`Entry ${row.id} has no document`);
    const owed = open.get(invoiceId) ?? cents(0);
    const invoice = {
      id: invoiceId,
      series,
      year,
      number,
      month: month.toPlainYearMonth(),
      dueOn,
      open: owed,
    };
    return { ...amounts, kind, invoice };
  });
}

function writeOffOf({ decision, decidedOn, reason }: EntryRow): WriteOffFacts | null {
  return decision === null || decidedOn === null || reason === null ? null : { decision, decidedOn, reason };
}

import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

/**
 * What the payer of a document owed just before it was issued, on the day of its issue: by day, then in the order in which
 * entries were written. What was known only afterwards (a payment of the day before that PayFiP told late) is not counted:
 * printed again, the document says the same.
 */
export async function owedBefore(reads: Reads, invoice: Id<"invoice">): Promise<Cents> {
  const row = await reads.row<{ owed: Cents }>(
    "billing_owed_before",
    `select coalesce(sum(e.amount_cents), 0)::bigint as owed
     from ledger_entry own
     join ledger_entry e
       on e.household_id = own.household_id and e.guardian_id = own.guardian_id
          and e.day <= own.day and e.id < own.id
     where own.invoice_id = $1`,
    [invoice],
  );
  return row?.owed ?? cents(0);
}

import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

/**
 * What an adult still owes, account by account, in cents: the entries of each of his or her accounts, and what was issued
 * and waits for a later document. Accounts that owe nothing, or are in credit, are not among them.
 */
export async function debtsOf(reads: Reads, guardianId: Id<"guardian">): Promise<readonly Cents[]> {
  const rows = await reads.rows<{ owed: Cents }>(
    "billing_debts_of",
    `select sum(part.amount_cents)::bigint as owed
     from (
       select household_id, amount_cents from ledger_entry where guardian_id = $1
       union all
       select w.household_id, c.amount_cents
       from carried_charge w join charge c on c.id = w.charge_id
       where w.guardian_id = $1 and w.invoice_id is null
     ) part
     group by part.household_id
     having sum(part.amount_cents) > 0
     order by part.household_id`,
    [guardianId],
  );
  return rows.map(({ owed }) => owed);
}

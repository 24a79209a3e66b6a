import type { Payer } from "#billing";
import type { Cents } from "#kernel";
import type { Reads } from "#platform";

/** How the payer of an account is called, and what the account owes; less than 0: in its favour. */
export interface PayerAccount extends Payer {
  readonly name: string;
  readonly balance: Cents;
}

/** The accounts of these payers, in one statement. */
export function payerAccounts(reads: Reads, payers: readonly Payer[]): Promise<PayerAccount[]> {
  return reads.rows<PayerAccount>(
    "payments_payer_accounts",
    `select p.household_id as "householdId", p.guardian_id as "guardianId",
            g.first_name || ' ' || g.last_name as name, coalesce(b.balance_cents, 0) as balance
     from unnest($1::uuid[], $2::uuid[]) as p (household_id, guardian_id)
     join families_guardian_name g on g.guardian_id = p.guardian_id
     left join lateral (
       select balance_cents from billing_balance_card own
       where own.household_id = p.household_id and own.guardian_id = p.guardian_id
     ) b on true`,
    [payers.map(({ householdId }) => householdId), payers.map(({ guardianId }) => guardianId)],
  );
}

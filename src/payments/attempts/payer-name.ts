import type { Payer } from "#billing";
import type { Reads } from "#platform";

/**
 * Whether $2 is a household that $3 pays for: an adult of it today, whoever has an account there still, or who pays for
 * an enrolment of it. No money goes to the account of anybody else, whatever an address or a form names.
 */
export const IS_PAYER = `(
  exists (select from families_guardian_card where household_id = $2 and guardian_id = $3)
  or exists (select from billing_balance_card where household_id = $2 and guardian_id = $3)
  or exists (select from bookings_payer_span where household_id = $2 and guardian_id = $3))`;

/** How a payer of a household is called; undefined for whoever is none of it. */
export async function payerName(
  reads: Reads,
  { householdId, guardianId }: Payer,
): Promise<string | undefined> {
  const row = await reads.row<{ name: string }>(
    "payments_payer_name",
    `select first_name || ' ' || last_name as name from families_guardian_name
     where guardian_id = $1 and ${IS_PAYER}`,
    [guardianId, householdId, guardianId],
  );
  return row?.name;
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** An adult of a household, who may be its payer. */
export interface PayingAdult {
  guardianId: Id<"guardian">;
  name: string;
}

/** The adults of a household; an adult without authority over a child may pay for it all the same. */
export function householdAdults(reads: Reads, householdId: Id<"household">): Promise<PayingAdult[]> {
  return reads.rows<PayingAdult>(
    "payers_adults",
    `select guardian_id as "guardianId", first_name || ' ' || last_name as name
     from families_guardian_card where household_id = $1 order by last_name, first_name, guardian_id`,
    [householdId],
  );
}

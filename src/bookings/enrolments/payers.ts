import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** An adult who may pay for the people of a household. */
export interface Payer {
  guardianId: Id<"guardian">;
  name: string;
}

/** The adults of a household, by name. */
export function payersOf(reads: Reads, householdId: Id<"household">): Promise<Payer[]> {
  return reads.rows(
    "household_payers",
    `select guardian_id as "guardianId", first_name || ' ' || last_name as name
     from families_guardian_card where household_id = $1 order by last_name, first_name, guardian_id`,
    [householdId],
  );
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** An adult who may pay for a person of a household. */
export interface Payer {
  guardianId: Id<"guardian">;
  name: string;
  /** May not act for this child, but may pay for it all the same. */
  withoutAuthority: boolean;
}

/**
 * The adults of a household, as a form proposes them for one of its people: whoever pays for other activities first,
 * then by name; an adult without authority over the child comes last, so that no form begins with one.
 */
export function payersOf(
  reads: Reads,
  householdId: Id<"household">,
  participantId: Id<"participant">,
): Promise<Payer[]> {
  return reads.rows(
    "household_payers",
    `select guardian.guardian_id as "guardianId", guardian.first_name || ' ' || guardian.last_name as name,
            exists (select from families_withheld_authority withheld
                    where withheld.guardian_id = guardian.guardian_id and withheld.participant_id = $2)
              as "withoutAuthority"
     from families_guardian_card guardian
     where guardian.household_id = $1
     order by "withoutAuthority",
              not exists (select from enrolment
                          where enrolment.participant_id = $2 and enrolment.household_id = $1
                            and enrolment.payer_guardian_id = guardian.guardian_id),
              guardian.last_name, guardian.first_name, guardian.guardian_id`,
    [householdId, participantId],
  );
}

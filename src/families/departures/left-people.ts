import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** Somebody who was of a household. */
export interface LeftPerson {
  name: string;
  leftOn: Temporal.PlainDate;
  reason: string;
  by: string;
}

/** Who has left this household, the latest first. */
export function leftHousehold(reads: Reads, householdId: Id<"household">): Promise<LeftPerson[]> {
  return reads.rows<LeftPerson>(
    "families_left_household",
    `select g.first_name || ' ' || g.last_name as name, hg.left_on as "leftOn", hg.left_reason as reason,
            hg.left_by_label as by
     from household_guardian hg join guardian g on g.id = hg.guardian_id
     where hg.household_id = $1 and hg.left_on is not null
     union all
     select p.first_name || ' ' || p.last_name, hp.left_on, hp.left_reason, hp.left_by_label
     from household_participant hp join participant p on p.id = hp.participant_id
     where hp.household_id = $1 and hp.left_on is not null
     order by "leftOn" desc, name`,
    [householdId],
  );
}

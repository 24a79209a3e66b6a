import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** A participant enrolled, by a household, in the activity of slots on the days of some of them. */
export interface EnrolledOn {
  readonly householdId: Id<"household">;
  readonly participantId: Id<"participant">;
  readonly seasonId: Id<"season">;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

/** The enrolments that hold on the day of one of these slots. */
export function enrolledOn(reads: Reads, slots: readonly Id<"slot">[]): Promise<readonly EnrolledOn[]> {
  return reads.rows<EnrolledOn>(
    "enrolled_on_slots",
    `select e.household_id as "householdId", e.participant_id as "participantId", e.season_id as "seasonId",
            e.first_day as "firstDay", e.last_day as "lastDay"
     from enrolment e
     where exists (select from slot s
                   where s.id = any ($1::uuid[]) and s.season_id = e.season_id
                     and s.date between e.first_day and e.last_day)
     order by e.household_id, e.participant_id`,
    [slots],
  );
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** A line of what was agreed. */
export interface AgreedTerm {
  readonly enrolmentId: Id<"enrolment">;
  readonly firstName: string;
  readonly activityName: string;
  readonly firstDay: Temporal.PlainDate;
  readonly ownMeal: boolean;
  readonly category: string | null;
  readonly byLabel: string;
}

/** All that was agreed with a household, child by child, in the order of its days. */
export function householdAgreed(reads: Reads, householdId: Id<"household">): Promise<AgreedTerm[]> {
  return reads.rows<AgreedTerm>(
    "household_agreed",
    `select t.enrolment_id as "enrolmentId", p.first_name as "firstName", unit.activity_name as "activityName",
            t.first_day as "firstDay", t.own_meal as "ownMeal", t.category, t.by_label as "byLabel"
     from agreed_term t
     join enrolment e on e.id = t.enrolment_id
     join families_participant_card p on p.participant_id = e.participant_id and p.household_id = e.household_id
     join lateral (select activity_name from activities_unit_card where activity_id = e.activity_id limit 1) unit on true
     where e.household_id = $1
     order by p.birth_date, p.participant_id, unit.activity_name, t.first_day, t.id`,
    [householdId],
  );
}

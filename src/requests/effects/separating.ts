import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { About } from "./effect.ts";

/** A child who may live with both. */
export interface OwnChild {
  readonly participantId: Id<"participant">;
  readonly firstName: string;
}

/**
 * The children of the first household over whom this adult has authority and who are of a household of his or hers
 * still: once he or she has left, a child who came afterwards is none of them.
 */
export function ownChildren(reads: Reads, { householdId, guardianId }: About): Promise<OwnChild[]> {
  return reads.rows<OwnChild>(
    "requests_children_of_who_separates",
    `select p.participant_id as "participantId", p.first_name as "firstName"
     from families_participant_card p
     where p.household_id = $1 and p.kind = 'child' and p.left_on is null
       and exists (select from families_participant_card own
                   join families_guardian_card mine on mine.household_id = own.household_id
                   where own.participant_id = p.participant_id and own.left_on is null
                     and mine.guardian_id = $2)
       and not exists (select from families_withheld_authority w
                       where w.participant_id = p.participant_id and w.guardian_id = $2)
     order by p.birth_date, p.first_name, p.participant_id`,
    [householdId, guardianId],
  );
}

/** Whether the household has another adult, who stays. */
export async function hasOtherAdult(reads: Reads, { householdId, guardianId }: About): Promise<boolean> {
  const other = await reads.row(
    "requests_who_stays",
    `select from families_guardian_card where household_id = $1 and guardian_id <> $2 limit 1`,
    [householdId, guardianId],
  );
  return other !== undefined;
}

/** « Claire Lefebvre ». */
export async function adultName(reads: Reads, { guardianId }: About): Promise<string> {
  const row = await reads.row<{ name: string }>(
    "requests_who_separates",
    `select first_name || ' ' || last_name as name from families_guardian_name where guardian_id = $1`,
    [guardianId],
  );
  return row?.name ?? "";
}

/** An enrolment of the first household that goes on. */
export interface GoingOn extends OwnChild {
  readonly seasonId: Id<"season">;
  readonly activityName: string;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly regular: boolean;
}

/** To what these children are enrolled by the household, on a day or later. */
export function enrolledIn(
  reads: Reads,
  householdId: Id<"household">,
  participantIds: readonly Id<"participant">[],
  from: Temporal.PlainDate,
): Promise<GoingOn[]> {
  return reads.rows<GoingOn>(
    "requests_enrolments_going_on",
    `select e.participant_id as "participantId", p.first_name as "firstName", e.season_id as "seasonId",
            unit.activity_name as "activityName", e.first_day as "firstDay", e.last_day as "lastDay", e.regular
     from bookings_enrolment_card e
     join families_participant_card p on p.participant_id = e.participant_id and p.household_id = e.household_id
     join lateral (select activity_name from activities_unit_card where activity_id = e.activity_id limit 1) unit on true
     where e.household_id = $1 and e.participant_id = any ($2::uuid[]) and e.last_day >= $3
     order by p.first_name, unit.activity_name, e.first_day`,
    [householdId, participantIds, from.toString()],
  );
}

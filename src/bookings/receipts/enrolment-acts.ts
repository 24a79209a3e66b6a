import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { EnrolmentAct } from "../rules/enrolment-act.ts";
import type { HistoryPage } from "./household-history.ts";

/** At most so many on a page of the history. */
const MOST = 100;

/** An act and what it is about, in the words that it had then. */
const ACTS = `select h.at, h.act, h.by_label as by, h.by_agent as "byAgent", h.reason,
            h.enrolment_id as "enrolmentId", h.household_id as "householdId", h.participant_id as "participantId",
            p.first_name as "firstName", u.activity_name as "activityName", u.site_name as "siteName",
            s.name as "seasonName", (h.facts ->> 'firstDay')::date as "firstDay",
            (h.facts ->> 'lastDay')::date as "lastDay"
     from enrolment_history h
     join enrolment e on e.id = h.enrolment_id
     join families_participant_card p on p.household_id = h.household_id and p.participant_id = h.participant_id
     join activities_season s on s.season_id = e.season_id
     join lateral (select activity_name, site_name from activities_unit_card
                   where activity_id = e.activity_id limit 1) u on true`;

/**
 * What was done of a family's enrolments among the acts of a page of the history, newest first. Those that a move of
 * bookings made are told by its own lines.
 */
export function enrolmentActs(
  reads: Reads,
  reach: FamilyReach,
  shown: HistoryPage,
  before: number | null,
): Promise<readonly EnrolmentAct[]> {
  const oldest = shown.before === null ? null : (shown.entries.at(-1)?.at.toString() ?? null);
  return reads.rows<EnrolmentAct>(
    "enrolment_acts_of_households",
    `${ACTS}
     where h.household_id = any ($1::uuid[]) and not e.by_move
       and h.participant_id <> all ($2::uuid[])
       and ($3::timestamptz is null or h.at >= $3)
       and ($4::bigint is null or h.at < (select at from booking_history where id = $4))
     order by h.at desc, h.id desc
     limit ${MOST}`,
    [reach.householdIds, reach.withheldIds, oldest, before],
  );
}

/** What was done at an instant of these enrolments. */
export function actsAt(
  reads: Reads,
  enrolments: readonly Id<"enrolment">[],
  at: Temporal.Instant,
): Promise<readonly EnrolmentAct[]> {
  return reads.rows<EnrolmentAct>(
    "enrolment_acts_at",
    `${ACTS}
     where h.enrolment_id = any ($1::uuid[]) and h.at = $2
     order by p.first_name, u.activity_name, h.id`,
    [enrolments, at.toString()],
  );
}

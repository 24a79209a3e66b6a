import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** Slots that are booked together: a week, a stay, a course, as far as it can still change. */
export interface PlanningPackage {
  participantId: Id<"participant">;
  /** In the order of their days. */
  slotIds: readonly Id<"slot">[];
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  /** The fewest places left on one of the days. */
  free: number;
}

/**
 * The packages of the participants within this reach that have a slot between two days, whole: also their days beyond.
 * What has started or is closed no longer counts.
 */
export function planningPackages(
  reads: Reads,
  reach: FamilyReach,
  span: { first: Temporal.PlainDate; last: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<readonly PlanningPackage[]> {
  return reads.rows<PlanningPackage>(
    "planning_packages",
    `select e.participant_id as "participantId", array_agg(s.id order by s.date) as "slotIds",
            min(s.date) as "firstDay", max(s.date) as "lastDay", min(s.places - s.taken)::integer as free
     from enrolment e
     join activities_unit_card u on u.activity_id = e.activity_id and u.booked_by <> 'slot'
     join slot s on s.season_id = e.season_id and s.unit_id = u.unit_id and s.state = 'open' and s.starts_at > $4
       and s.date between e.first_day and e.last_day
     where e.household_id = any ($1::uuid[]) and e.participant_id <> all ($5::uuid[])
       and ($6::uuid[] is null or u.site_id = any ($6::uuid[]))
     group by e.participant_id, s.unit_id, s.season_id, case when u.booked_by = 'week' then date_trunc('week', s.date) end
     having bool_or(s.date between $2::date and $3::date)`,
    [
      reach.householdIds,
      span.first.toString(),
      span.last.toString(),
      now.toString(),
      reach.withheldIds,
      reach.siteIds ?? null,
    ],
  );
}

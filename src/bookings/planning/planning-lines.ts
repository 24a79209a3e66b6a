import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** One line of the planning: a participant, a unit of an activity, and the span of the enrolment. */
export interface PlanningLine {
  participantId: Id<"participant">;
  firstName: string;
  lastName: string;
  colour: number;
  householdId: Id<"household">;
  householdLabel: string;
  activityId: Id<"activity">;
  activityName: string;
  /** « 1ᵉʳ trimestre » */
  seasonName: string;
  siteId: Id<"site">;
  siteName: string;
  unitId: Id<"unit">;
  unitName: string;
  unitCode: string;
  bookedBy: "slot" | "week" | "season";
  /** The family chooses the hours, did, or will from a day on: the slot of a day says so for it. */
  withHours: boolean;
  /** Up to how many may come with the participant; null: nobody. */
  mostCompanions: number | null;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
}

/**
 * Every line that the enrolments of these households give, past and coming seasons too: eldest participant
 * first, then by activity and unit. A participant whom two of the households enrol has a line for each.
 *
 * `array(select unnest(…))` hides the households' number from the planner, here and in planning-cells.ts: seeing it,
 * PostgreSQL makes a new plan at every call (1.4 ms), which takes ten times as long as running a kept one.
 */
export function planningLines(reads: Reads, reach: FamilyReach): Promise<PlanningLine[]> {
  return reads.rows<PlanningLine>(
    "planning_lines",
    `select p.participant_id as "participantId", p.first_name as "firstName", p.last_name as "lastName", p.colour,
            h.household_id as "householdId", h.label as "householdLabel",
            u.activity_id as "activityId", u.activity_name as "activityName", season.name as "seasonName", u.site_id as "siteId",
            u.site_name as "siteName", u.unit_id as "unitId", u.unit_name as "unitName", u.unit_code as "unitCode",
            u.booked_by as "bookedBy",
            exists (select from activities_unit_hours hours
                    where hours.unit_id = u.unit_id and hours.hour_step is not null) as "withHours",
            u.companions as "mostCompanions", e.first_day as "firstDay", e.last_day as "lastDay"
     from enrolment e
     join families_participant_card p on p.household_id = e.household_id and p.participant_id = e.participant_id
     join families_household_card h on h.household_id = e.household_id
     join activities_unit_card u on u.activity_id = e.activity_id
     join activities_season season on season.season_id = e.season_id
     where e.household_id = any (array(select unnest($1::uuid[])))
       and e.participant_id <> all (array(select unnest($2::uuid[])))
       and ($3::uuid[] is null or u.site_id = any ($3::uuid[]))
     order by p.birth_date, p.first_name, p.participant_id, h.label, u.activity_name, u.position, e.first_day`,
    [reach.householdIds, reach.withheldIds, reach.siteIds ?? null],
  );
}

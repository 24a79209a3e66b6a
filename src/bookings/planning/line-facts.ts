import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { DeadlineFacts } from "../rules/deadline-facts.ts";
import type { BeforeChange, Line } from "../rules/lines.ts";
import type { UnitRules } from "../rules/unit-rules-sentence.ts";

/** What a line is about: enough to say it in words and to explain what became of it. */
export interface LineFactsRow {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  householdId: Id<"household">;
  activityId: Id<"activity">;
  unitCode: string;
  firstName: string;
  lastName: string;
  colour: number;
  unitName: string;
  activityName: string;
  siteName: string;
  date: Temporal.PlainDate;
  bookUntil: Temporal.Instant;
  cancelUntil: Temporal.Instant;
  changeUntil: Temporal.Instant | null;
  closedBecause: string | null;
  deadlineFacts: Partial<DeadlineFacts>;
  unitRules: UnitRules;
  /** The name of the season: « Trimestre 2 ». */
  seasonName: string;
  /** For how long a place that a family books waits for its payment; null where nothing is paid first. */
  holdMinutes: number | null;
  /** What these households have there now; null where nothing is booked. */
  before: BeforeChange | null;
}

/** The facts of lines, by participant and slot. */
export type LineFacts = ReadonlyMap<string, LineFactsRow>;

/** The key of a line in `LineFacts`. */
export function lineKey({ participantId, slotId }: Pick<Line, "participantId" | "slotId">): string {
  return `${participantId} ${slotId}`;
}

/**
 * What these lines are about, for participants within this reach: a line about anybody else's child, or about a
 * slot that does not exist, is not in the answer.
 */
export async function lineFacts(
  reads: Reads,
  reach: FamilyReach,
  lines: readonly Pick<Line, "participantId" | "slotId">[],
): Promise<LineFacts> {
  if (lines.length === 0) return new Map();
  const rows = await reads.rows<LineFactsRow>(
    "line_facts",
    `select distinct on (s.date, p.participant_id, s.id)
            p.participant_id as "participantId", s.id as "slotId", p.household_id as "householdId",
            s.activity_id as "activityId", u.unit_code as "unitCode",
            p.first_name as "firstName", p.last_name as "lastName", p.colour,
            u.unit_name as "unitName", u.activity_name as "activityName", u.site_name as "siteName", s.date,
            s.book_until as "bookUntil", lifted.cancel_until as "cancelUntil", s.change_until as "changeUntil",
            s.closed_because as "closedBecause", s.deadline_facts as "deadlineFacts",
            jsonb_build_object(
              'unitName', u.unit_name, 'leastDaysAWeek', u.least_days_a_week, 'bookedBy', u.booked_by,
              'hourStep', s.hour_step, 'fromMinute', s.from_minute, 'toMinute', s.to_minute,
              'companions', u.companions,
              'excludes', array(select other.unit_name from activities_unit_relation r
                                join activities_unit_card other on other.unit_id = r.other_unit_id
                                where r.unit_id = s.unit_id and r.kind = 'excludes' order by other.position),
              'needs', array(select other.unit_name from activities_unit_relation r
                             join activities_unit_card other on other.unit_id = r.other_unit_id
                             where r.unit_id = s.unit_id and r.kind = 'needs' order by other.position),
              'neededBy', array(select other.unit_name from activities_unit_relation r
                                join activities_unit_card other on other.unit_id = r.unit_id
                                where r.other_unit_id = s.unit_id and r.kind = 'needs' order by other.position)
            ) as "unitRules",
            season.name as "seasonName", place_rule.hold_minutes as "holdMinutes",
            case when held.companions is not null then jsonb_build_object(
              'hours', case when held.from_minute is not null and held.to_minute is not null
                            then jsonb_build_object('from', held.from_minute, 'to', held.to_minute) end,
              'companions', held.companions) end as before
     from unnest($2::uuid[], $3::uuid[]) as line (participant_id, slot_id)
     join slot s on s.id = line.slot_id
     cross join lateral (
       select case when s.starts_at > s.cancel_until and class_lifts_deadline(line.participant_id, s.activity_id, s.date)
                   then s.starts_at else s.cancel_until end as cancel_until
     ) lifted
     join activities_season season on season.season_id = s.season_id
     left join lateral place_rule_on(s.activity_id, s.date) place_rule on true
     left join lateral (
       select b.from_minute, b.to_minute, b.companions from booking b
       where b.slot_id = s.id and b.participant_id = line.participant_id and b.household_id = any ($1::uuid[])
         and b.state in ('held', 'booked') limit 1
     ) held on true
     join activities_unit_card u on u.unit_id = s.unit_id and ($5::uuid[] is null or u.site_id = any ($5::uuid[]))
     join families_participant_card p
       on p.participant_id = line.participant_id and p.household_id = any ($1::uuid[])
       and p.participant_id <> all ($4::uuid[])
     order by s.date, p.participant_id, s.id, p.household_id`,
    [
      reach.householdIds,
      lines.map((line) => line.participantId),
      lines.map((line) => line.slotId),
      reach.withheldIds,
      reach.siteIds ?? null,
    ],
  );
  return new Map(rows.map((row) => [lineKey(row), row]));
}

import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { type DeadlineFacts, movedReason } from "../rules/deadline-facts.ts";
import type { Hours } from "../rules/lines.ts";
import type { Held, SlotFacts, Turn } from "../rules/place-state.ts";
import { readWindows, type StoredWindow } from "../windows/stored-window.ts";

/** One participant and one slot, as the planning shows them. */
export interface PlanningCell extends SlotFacts {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  unitId: Id<"unit">;
  activityId: Id<"activity">;
  held: Held;
  /** Until when its hours may change; null where it is as long as it may be cancelled. */
  changeUntil: Temporal.Instant | null;
  /** The unit's hours that day, in local minutes since midnight. */
  unitHours: Hours;
  /** Minutes by which the family chooses within them that day; null where it does not. */
  hourStep: number | null;
  /** « ce délai a été déplacé (le traiteur est fermé) », where an agent moved it by hand. */
  moved: string | null;
  /** The family said that the participant will not come; the place stays booked. */
  saidAbsent: boolean;
}

/**
 * What the participants within this reach have on the days from `first` to `last`, both included: one cell for
 * each slot that an enrolment opens to them, in the order of the days. Its cost depends on the family and the
 * span of days, not on how many bookings there are: every table is entered by an index.
 * Where places are shared, those that are left for the participant's age: of the unit's hours where they are its own,
 * of the freest part of the day where they are chosen.
 * « limit 1 » keeps it so for `booking`: its plan, made for any family, read the whole table where there were 10,000
 * bookings (1.5 ms instead of 0.4).
 */
export async function planningCells(
  reads: Reads,
  reach: FamilyReach,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<readonly PlanningCell[]> {
  const rows = await reads.rows<CellRow>("planning_cells", CELLS_TOGETHER, [
    reach.householdIds,
    first.toString(),
    last.toString(),
    reach.withheldIds,
    reach.siteIds ?? null,
  ]);
  return rows.map(cellOf);
}

/** A cell as who proposes changes sees it: nothing is proposed that costs a penalty. */
export function inTimeOnly(cell: PlanningCell): PlanningCell {
  return { ...cell, lateUntil: null };
}

/** A cell as one household has it. */
export interface HouseholdCell extends PlanningCell {
  householdId: Id<"household">;
}

/**
 * The same for many households at once, each apart: what one holds is « another »’s for the others, a shared child’s
 * two households included. In the order of the households, then of the days.
 */
export async function cellsOfHouseholds(
  reads: Reads,
  householdIds: readonly Id<"household">[],
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<readonly HouseholdCell[]> {
  const rows = await reads.rows<CellRow & { householdId: Id<"household"> }>(
    "planning_cells_of_households",
    CELLS_APART,
    [householdIds, first.toString(), last.toString(), [], null],
  );
  return rows.map((row) => ({ ...cellOf(row), householdId: row.householdId }));
}

/** The cells of the participants whom some households enrol: one for them all, or one for each household. */
const cellsSql = (apart: boolean) => {
  const own = apart ? "e.household_id" : "any (array(select unnest($1::uuid[])))";
  return `select distinct on (${apart ? "e.household_id, " : ""}s.date, s.id, e.participant_id)
            e.household_id as "householdId",
            e.participant_id as "participantId", s.id as "slotId", s.unit_id as "unitId",
            s.activity_id as "activityId", s.date, s.state, s.closed_because as "closedBecause",
            least(s.places - s.taken, shared.free) as free, s.book_until as "bookUntil", s.cancel_until as "cancelUntil",
            s.change_until as "changeUntil", s.from_minute as "unitFrom", s.to_minute as "unitTo", s.hour_step as "hourStep",
            s.deadline_facts as "deadlineFacts",
            b.from_minute as "from", b.to_minute as "to", b.companions,
            b.held_until as "heldUntil", turn.state as "turnState", turn.answer_until as "answerUntil", turn.rank,
            coalesce(list.waiting_list, true) as "waitingList",
            case when list.late_cancellation then s.starts_at end as "lateUntil",
            case when b.id is null and s.judged_by <> 'slot' and exists (
                   select from slot other
                   join activities_unit_relation r on r.kind = 'excludes'
                     and (r.unit_id = s.unit_id and r.other_unit_id = other.unit_id
                          or r.unit_id = other.unit_id and r.other_unit_id = s.unit_id)
                   join booking kept on kept.slot_id = other.id and kept.participant_id = e.participant_id
                     and kept.state in ('held', 'booked') and not kept.household_id = ${own}
                   where other.activity_id = s.activity_id and other.date = s.date) then 'another-unit'
                 when b.id is null then 'nobody'
                 when b.household_id = ${own} then 'us' else 'another'
            end as held,
            exists (select from absence_notice where booking_id = b.id) as "saidAbsent",
            e.priority_groups as groups, opening.windows, s.starts_at as "startsAt",
            class.days as "classDays"
     from enrolment e
     left join lateral (
       select jsonb_agg(jsonb_build_object('firstDay', c.first_day, 'lastDay', c.last_day, 'message', c.message,
                                           'away', c.kind = 'away' and c.withdrawn_at is null)) as days
       from families_schooling school
       join class_day c on c.school_name = school.school_name and c.class_name = school.class_name
         and c.school_year = school.school_year and (c.kind = 'away' or c.withdrawn_at is null)
       where school.participant_id = e.participant_id and c.first_day <= $3::date and c.last_day >= $2::date
         and (c.activity_ids is null or e.activity_id = any (c.activity_ids))
     ) class on true
     left join lateral (
       select jsonb_agg(jsonb_build_object('firstDay', w.first_day, 'lastDay', w.last_day, 'group', w.priority_group,
                                           'opensAt', w.opens_at, 'closesAt', w.closes_at,
                                           'groupName', group_name(e.activity_id, w.priority_group))) as windows
       from booking_window w
       where w.season_id = e.season_id and w.first_day <= $3::date and w.last_day >= $2::date
     ) opening on true
     join slot s on s.season_id = e.season_id
       and s.date between greatest(e.first_day, $2::date) and least(e.last_day, $3::date)
     left join lateral (
       select id, household_id, from_minute, to_minute, held_until, companions from booking
       where participant_id = e.participant_id and slot_id = s.id and state in ('held', 'booked')
       limit 1
     ) b on true
     left join lateral (
       select t.state, t.answer_until,
              case when t.state = 'waiting' then (
                select line.rank::integer from waiting_in_order(t.slot_id) line where line.turn_id = t.id) end as rank
       from waiting_turn t
       where s.waiting > 0 and t.participant_id = e.participant_id and t.state in ('waiting', 'offered')
         and s.id = any (t.slot_ids) and t.household_id = ${own}
       limit 1
     ) turn on true
     left join lateral (
       select case when s.hour_step is null then min(c.places - c.taken) else max(c.places - c.taken) end as free
       from place_count c
       join families_participant_card p on p.participant_id = e.participant_id
       where s.ruled and c.activity_id = s.activity_id and c.date = s.date and p.household_id = e.household_id
         and c.from_minute < s.to_minute and c.to_minute > s.from_minute
         and coalesce(months_on(p.birth_date, s.date), 1200) >= c.from_months
         and coalesce(months_on(p.birth_date, s.date), 1200) < c.until_months
     ) shared on true
     left join lateral place_rule_on(s.activity_id, s.date) list on true
     where e.household_id = any (array(select unnest($1::uuid[])))
       and e.participant_id <> all (array(select unnest($4::uuid[])))
       and ($5::uuid[] is null
            or s.activity_id in (select activity_id from activities_unit_card where site_id = any ($5::uuid[])))
     order by ${apart ? "e.household_id, " : ""}s.date, s.id, e.participant_id`;
};
const CELLS_TOGETHER = cellsSql(false);
const CELLS_APART = cellsSql(true);

interface CellRow extends Omit<
  PlanningCell,
  "windows" | "classAway" | "unitHours" | "hours" | "turn" | "moved"
> {
  windows: readonly StoredWindow[] | null;
  startsAt: Temporal.Instant;
  deadlineFacts: Partial<DeadlineFacts>;
  classDays: readonly SaidThen[] | null;
  unitFrom: number;
  unitTo: number;
  from: number | null;
  to: number | null;
  turnState: "waiting" | "offered" | null;
  answerUntil: Temporal.Instant | null;
  rank: number | null;
}

function cellOf({
  windows,
  startsAt,
  deadlineFacts,
  classDays,
  unitFrom,
  unitTo,
  from,
  to,
  turnState,
  answerUntil,
  rank,
  ...cell
}: CellRow): PlanningCell {
  const said = (classDays ?? []).filter((one) => isOn(one, cell.date.toString()));
  // As class_lifts_deadline has it: until the slot starts.
  const lifted = said.some(({ away }) => !away) && Temporal.Instant.compare(cell.cancelUntil, startsAt) < 0;
  return {
    ...cell,
    cancelUntil: lifted ? startsAt : cell.cancelUntil,
    moved: movedReason(deadlineFacts),
    windows: readWindows(windows),
    classAway: said.find(({ away }) => away)?.message ?? null,
    unitHours: { from: unitFrom, to: unitTo },
    hours: from === null || to === null ? null : { from, to },
    turn: turnOf(turnState, answerUntil, rank),
  };
}

/** What was said of the class of a participant: it is away, or families may cancel until the slot starts. */
interface SaidThen {
  firstDay: string;
  lastDay: string;
  message: string;
  away: boolean;
}

/** Dates of the calendar compare as their texts do. */
function isOn({ firstDay, lastDay }: SaidThen, date: string): boolean {
  return firstDay <= date && date <= lastDay;
}

function turnOf(
  state: CellRow["turnState"],
  answerUntil: Temporal.Instant | null,
  rank: number | null,
): Turn | null {
  if (state === "waiting") return { kind: "waiting", rank };
  return state === "offered" && answerUntil !== null ? { kind: "offered", answerUntil } : null;
}

/** The first day, from `from` on, on which a participant within this reach has an open slot. */
export async function firstOpenDay(
  reads: Reads,
  reach: FamilyReach,
  from: Temporal.PlainDate,
): Promise<Temporal.PlainDate | undefined> {
  const row = await reads.row<{ date: Temporal.PlainDate | null }>(
    "planning_first_open_day",
    `select min(open.date) as date
     from enrolment e
     cross join lateral (
       select s.date from slot s
       where s.season_id = e.season_id and s.state = 'open'
         and s.date between greatest(e.first_day, $2::date) and e.last_day
       order by s.date limit 1
     ) open
     where e.household_id = any (array(select unnest($1::uuid[]))) and e.last_day >= $2::date
       and e.participant_id <> all (array(select unnest($3::uuid[])))
       and ($4::uuid[] is null
            or e.activity_id in (select activity_id from activities_unit_card where site_id = any ($4::uuid[])))`,
    [reach.householdIds, from.toString(), reach.withheldIds, reach.siteIds ?? null],
  );
  return row?.date ?? undefined;
}

import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Held, SlotFacts } from "../rules/place-state.ts";
import { readWindows, type StoredWindow } from "../windows/stored-window.ts";

/** One participant and one slot, as the planning shows them. */
export interface PlanningCell extends SlotFacts {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  unitId: Id<"unit">;
  activityId: Id<"activity">;
  held: Held;
  /** The family said that the participant will not come; the place stays booked. */
  saidAbsent: boolean;
}

/**
 * What the participants within this reach have on the days from `first` to `last`, both included: one cell for
 * each slot that an enrolment opens to them, in the order of the days. Its cost depends on the family and the
 * span of days, not on how many bookings there are: every table is entered by an index.
 * « limit 1 » keeps it so for `booking`: its plan, made for any family, read the whole table where there were 10,000
 * bookings (1.5 ms instead of 0.4).
 */
export async function planningCells(
  reads: Reads,
  reach: FamilyReach,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<readonly PlanningCell[]> {
  const rows = await reads.rows<Omit<PlanningCell, "windows"> & { windows: readonly StoredWindow[] | null }>(
    "planning_cells",
    `select distinct on (s.date, s.id, e.participant_id)
            e.participant_id as "participantId", s.id as "slotId", s.unit_id as "unitId",
            s.activity_id as "activityId", s.date, s.state, s.closed_because as "closedBecause", s.places - s.taken as free, s.book_until as "bookUntil",
            s.cancel_until as "cancelUntil",
            case when b.id is null then 'nobody' when b.household_id = any (array(select unnest($1::uuid[]))) then 'us' else 'another'
            end as held,
            exists (select from absence_notice where booking_id = b.id) as "saidAbsent",
            e.priority_groups as groups, opening.windows
     from enrolment e
     left join lateral (
       select jsonb_agg(jsonb_build_object('firstDay', w.first_day, 'lastDay', w.last_day, 'group', w.priority_group,
                                           'opensAt', w.opens_at, 'closesAt', w.closes_at)) as windows
       from booking_window w
       where w.season_id = e.season_id and w.first_day <= $3::date and w.last_day >= $2::date
     ) opening on true
     join slot s on s.season_id = e.season_id
       and s.date between greatest(e.first_day, $2::date) and least(e.last_day, $3::date)
     left join lateral (
       select id, household_id from booking
       where participant_id = e.participant_id and slot_id = s.id and state in ('held', 'booked')
       limit 1
     ) b on true
     where e.household_id = any (array(select unnest($1::uuid[])))
       and e.participant_id <> all (array(select unnest($4::uuid[])))
     order by s.date, s.id, e.participant_id`,
    [reach.householdIds, first.toString(), last.toString(), reach.withheldIds],
  );
  return rows.map((row) => ({ ...row, windows: readWindows(row.windows) }));
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
       and e.participant_id <> all (array(select unnest($3::uuid[])))`,
    [reach.householdIds, from.toString(), reach.withheldIds],
  );
  return row?.date ?? undefined;
}

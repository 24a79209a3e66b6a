import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Presence } from "../rules/presence-curve.ts";
import type { SharedPlaces } from "../rules/room-left.ts";

/** Where and when: activities, and days, both included. */
export interface Asked {
  activityIds: readonly Id<"activity">[];
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
}

/** What is of one activity on one date. */
export interface OnDay {
  activityId: Id<"activity">;
  date: Temporal.PlainDate;
}

/** A slot with its counters; minutes are local. */
export interface OccupiedSlot extends OnDay {
  slotId: Id<"slot">;
  unitId: Id<"unit">;
  from: number;
  to: number;
  /** What the activity offers: an agent's bookings over it are taken places, and no places. */
  readonly places: number;
  /** Bookings, places held until paid, and places offered to a waiting family. */
  readonly taken: number;
  /** Of those taken, the ones offered to a waiting family that has not answered. */
  readonly offered: number;
  closedBecause: string | null;
  waiting: number;
}

/** An age group of an activity. */
export interface AgeGroup {
  groupId: Id<"ageGroup">;
  activityId: Id<"activity">;
  name: string;
  /** Where its ages begin, in months: what tells its shared places from those of another. */
  fromMonths: number;
  childrenPerAdult: number | null;
}

/** All that occupancy is computed from. */
export interface Occupancy {
  slots: readonly OccupiedSlot[];
  presences: readonly (Presence & OnDay)[];
  shared: readonly (SharedPlaces & OnDay)[];
  groups: readonly AgeGroup[];
}

/** Reads what is booked of these activities on these days: four statements, whatever their number. */
export async function readOccupancy(reads: Reads, asked: Asked): Promise<Occupancy> {
  const places = await readPlaces(reads, asked);
  const groups = await reads.rows<AgeGroup>(
    "occupancy_age_groups",
    `select age_group_id as "groupId", activity_id as "activityId", name, from_months as "fromMonths",
            children_per_adult as "childrenPerAdult"
     from activities_age_group where activity_id = any ($1::uuid[])
     order by activity_id, from_months`,
    [asked.activityIds],
  );
  return { ...places, groups, presences: await readPresences(reads, asked) };
}

/** Reads their places, and nothing of who is there. */
export async function readPlaces(reads: Reads, asked: Asked): Promise<Pick<Occupancy, "slots" | "shared">> {
  const parameters = [asked.activityIds, asked.first.toString(), asked.last.toString()];
  const slots = await reads.rows<OccupiedSlot>(
    "occupancy_slots",
    `with offer as (
       select held.slot_id, count(*)::integer as offered
       from waiting_turn turn cross join unnest(turn.slot_ids) as held (slot_id)
       where turn.state = 'offered'
       group by held.slot_id
     )
     select s.id as "slotId", s.activity_id as "activityId", s.unit_id as "unitId", s.date, s.from_minute as "from",
            s.to_minute as "to", s.places - s.surplus as places, s.taken, coalesce(offer.offered, 0) as offered,
            s.closed_because as "closedBecause",
            case when s.waiting = 0 then 0 else (
              select count(*)::integer from waiting_turn turn
              where turn.slot_ids @> array[s.id] and turn.state = 'waiting') end as waiting
     from slot s
     join activities_unit_card u on u.unit_id = s.unit_id
     left join offer on offer.slot_id = s.id
     where s.activity_id = any ($1::uuid[]) and s.date between $2 and $3
     order by s.date, u.site_name, u.activity_name, u.activity_id, u.position`,
    parameters,
  );
  const shared = await reads.rows<SharedPlaces & OnDay>(
    "occupancy_shared_places",
    `select activity_id as "activityId", date, from_minute as "from", to_minute as "to", from_months as "fromMonths",
            places - surplus as places, taken
     from place_count
     where activity_id = any ($1::uuid[]) and date between $2 and $3
     order by date, from_minute, from_months`,
    parameters,
  );
  return { slots, shared };
}

/**
 * Who is there when, counted by age group. A participant who has two units of an activity at the same time is there
 * once; ages are whole months on the day.
 */
function readPresences(reads: Reads, { activityIds, first, last }: Asked): Promise<(Presence & OnDay)[]> {
  return reads.rows(
    "occupancy_presences",
    `with there as (
       select s.activity_id, s.date, b.participant_id, p.birth_date,
              unnest(range_agg(int4range(coalesce(b.from_minute, s.from_minute), coalesce(b.to_minute, s.to_minute))))
                as span
       from slot s
       join booking b on b.slot_id = s.id and b.state in ('held', 'booked')
       join families_participant_card p on p.household_id = b.household_id and p.participant_id = b.participant_id
       where s.activity_id = any ($1::uuid[]) and s.date between $2 and $3 and s.state = 'open'
       group by s.activity_id, s.date, b.participant_id, p.birth_date
     )
     select there.activity_id as "activityId", date, lower(span) as "from", upper(span) as "to",
            age.age_group_id as "groupId", count(*) as count
     from there
     left join activities_age_group age
       on age.activity_id = there.activity_id
       and birth_date <= date - make_interval(months => age.from_months)
       and birth_date > date - make_interval(months => age.until_months)
     group by there.activity_id, date, span, age.age_group_id`,
    [activityIds, first.toString(), last.toString()],
  );
}

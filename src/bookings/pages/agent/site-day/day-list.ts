import { loadCalendar } from "#activities";
import { schoolYearOf, type Id } from "#kernel";
import type { Reads } from "#platform";

import { dayRooms } from "../../../occupancy/day-occupancy.ts";
import { readPlaces } from "../../../occupancy/occupancy.ts";
import type { Hours } from "../../../rules/lines.ts";
import type { SchoolClass } from "../../../rules/school-class.ts";

/** A unit of the site on the day, with its places. */
export interface DayUnit {
  unitId: Id<"unit">;
  unitName: string;
  /** As the occupancy counts them: no more than what it shares allows. */
  places: number;
  /** Those offered to a waiting family too. */
  taken: number;
  /** Offered to a waiting family that has not answered. */
  offered: number;
  closedBecause: string | null;
  /** Whether adults may come too, or alone: then those who are expected are no « enfants ». */
  forAdults: boolean;
}

/** A child who is expected. */
export interface Expected extends SchoolClass {
  unitId: Id<"unit">;
  firstName: string;
  lastName: string;
  /** How many come with this person. */
  companions: number;
  /** When the child arrives and leaves, where the family chose it; null where the unit has the same hours for all. */
  hours: Hours | null;
  /** The site that the child was moved from, on that very day; null for who was not. */
  movedFrom: string | null;
  /** The number to call first in the household that booked; empty when there is none, or when it is not to be seen. */
  phone: string;
  /** When the family said that the child will not come; null where it did not. */
  saidAbsentAt: Temporal.Instant | null;
  saidSick: boolean;
  /** To whom the child must not be given that day; empty when that is not to be seen. */
  forbidden: readonly string[];
  /** What the health record asks to look at; null when there is nothing, or when it is not to be seen. */
  health: HealthMark | null;
}

/** That a child has a PAI or allergies; what they are is in the health record. */
export interface HealthMark {
  hasPai: boolean;
  paiUntil: Temporal.PlainDate | null;
  hasAllergies: boolean;
}

/** Who is expected at a site on a day, and the days of opening around it. */
export interface DayList {
  units: readonly DayUnit[];
  expected: readonly Expected[];
  previous: Temporal.PlainDate | null;
  next: Temporal.PlainDate | null;
}

/** What an agent asks to see of a day. */
export interface DayAsked {
  site: Id<"site">;
  date: Temporal.PlainDate;
  /** Telephone numbers and forbidden persons are part of the family's file: only for who may read it. */
  withPhones: boolean;
  /** Only for who may read health records at this site. */
  withHealth: boolean;
}

/**
 * The day of a site: its units, who holds a place in them, and the neighbouring days. Classes come from the youngest
 * to the eldest, as at school (PS, CP, CM2: their names would not sort so), school by school, children without a class
 * last.
 */
export async function dayList(
  reads: Reads,
  { site, date, withPhones, withHealth }: DayAsked,
): Promise<DayList> {
  const parameters = [site, date.toString()];
  const named = await reads.rows<
    Pick<DayUnit, "unitId" | "unitName" | "forAdults"> & { activityId: Id<"activity"> }
  >(
    "site_day_units",
    `select u.unit_id as "unitId", u.unit_name as "unitName", u.activity_id as "activityId",
            u.audience <> 'children' as "forAdults"
     from activities_unit_card u
     join slot s on s.unit_id = u.unit_id and s.date = $2
     where u.site_id = $1
     order by u.activity_name, u.position`,
    parameters,
  );
  const activityIds = [...new Set(named.map(({ activityId }) => activityId))];
  const rooms = dayRooms(await readPlaces(reads, { activityIds, first: date, last: date }));
  const roomOf = new Map(rooms.flatMap(({ slots }) => slots.map((slot) => [slot.unitId, slot])));
  const units = named.flatMap(({ unitId, unitName, forAdults }) => {
    const room = roomOf.get(unitId);
    if (room === undefined) return [];
    const { places, taken, offered, closedBecause } = room;
    return { unitId, unitName, forAdults, places, taken, offered, closedBecause };
  });
  const schoolYear = schoolYearOf((await loadCalendar(reads)).school, date);
  const rows = await reads.rows<
    Omit<Expected, "health" | "hours"> & HealthMark & { from: number | null; to: number | null }
  >(
    "site_day_expected",
    `select u.unit_id as "unitId", p.first_name as "firstName", p.last_name as "lastName", b.companions,
            coalesce(school.class_name, '') as "className", coalesce(school.school_name, '') as "schoolName",
            b.from_minute as "from", b.to_minute as "to", moved."movedFrom", coalesce(contact.phone, '') as phone,
            absent.at as "saidAbsentAt", coalesce(absent.cause = 'sick', false) as "saidSick",
            array(select person.first_name || ' ' || person.last_name from families_authorised_person person
                  where $4 and person.participant_id = b.participant_id and person.kind = 'forbidden'
                    and s.date >= person.first_day and (person.last_day is null or s.date <= person.last_day)
                  order by person.last_name, person.first_name) as forbidden,
            coalesce(mark.has_pai, false) as "hasPai", mark.pai_until as "paiUntil",
            coalesce(mark.has_allergies, false) as "hasAllergies"
     from activities_unit_card u
     join slot s on s.unit_id = u.unit_id and s.date = $2
     join booking b on b.slot_id = s.id and b.state = 'booked'
     join families_participant_card p on p.participant_id = b.participant_id and p.household_id = b.household_id
     left join absence_notice absent on absent.booking_id = b.id
     left join families_schooling school on school.participant_id = b.participant_id and school.school_year = $3
     left join families_health_mark mark on mark.participant_id = b.participant_id and $5
     left join lateral (
       select coalesce(nullif(phone_mobile, ''), nullif(phone_home, ''), nullif(phone_work, '')) as phone
       from families_guardian_card adult
       where adult.household_id = b.household_id and $4
         and not exists (select from families_withheld_authority withheld
                         where withheld.guardian_id = adult.guardian_id and withheld.participant_id = b.participant_id)
       order by (phone_mobile = ''), last_name, first_name limit 1
     ) contact on true
     left join lateral (
       select origin.site_name as "movedFrom"
       from booking_history arrived
       join booking_history left_ on left_.household_id = arrived.household_id and left_.act = 'moved_out'
         and left_.participant_id = arrived.participant_id and left_.at = arrived.at and left_.id < arrived.id
       join slot source on source.id = left_.slot_id and source.date = s.date
       join activities_unit_card origin on origin.unit_id = source.unit_id and origin.site_id <> u.site_id
       where arrived.booking_id = b.id and arrived.act = 'moved_in'
       order by left_.id desc limit 1
     ) moved on true
     where u.site_id = $1
     order by coalesce(school.class_name, '') = '', coalesce(school.school_name, ''),
              avg(p.birth_date - date '2000-01-01') over (partition by school.school_name, school.class_name) desc nulls last,
              school.class_name, p.last_name, p.first_name`,
    [...parameters, schoolYear, withPhones, withHealth],
  );
  const expected = rows.map(({ hasPai, paiUntil, hasAllergies, from, to, ...child }) => ({
    ...child,
    hours: from === null || to === null ? null : { from, to },
    health: hasPai || hasAllergies ? { hasPai, paiUntil, hasAllergies } : null,
  }));
  const around = await reads.row<Pick<DayList, "previous" | "next">>(
    "site_day_around",
    `select max(s.date) filter (where s.date < $2) as previous, min(s.date) filter (where s.date > $2) as next
     from activities_unit_card u
     join slot s on s.activity_id = u.activity_id and s.unit_id = u.unit_id
       and s.date between $2::date - 120 and $2::date + 120 and s.date <> $2
     where u.site_id = $1`,
    parameters,
  );
  return { units, expected, previous: around?.previous ?? null, next: around?.next ?? null };
}

import type { RightScope } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { sitesOf } from "../occupancy/units-in-scope.ts";
import type { Hours } from "../rules/lines.ts";

/** Units and days, both included; and where the agent may see telephone numbers, which are part of families' files. */
export interface ListAsked {
  unitIds: readonly Id<"unit">[];
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  /** Which class is told is the one of this school year. */
  schoolYear: string;
  phonesAt: RightScope | undefined;
}

/** Somebody on a list. */
export interface Listed {
  participantId: Id<"participant">;
  firstName: string;
  lastName: string;
  birthDate: Temporal.PlainDate | null;
  /** Empty when the school register has not told it. */
  className: string;
  activityName: string;
  siteName: string;
  /** The adult to call first in the household, and the number; empty when there is none, or not to be seen. */
  adult: string;
  phone: string;
}

/** Somebody who has places in a unit on these days. */
export interface ListedBooking extends Listed {
  unitName: string;
  days: readonly Temporal.PlainDate[];
  /** How many come with this person on these days. */
  companions: number;
  /** The places that all this takes: those of the companions too. */
  places: number;
  /** When the person arrives and leaves on these days, where it was chosen. */
  hours: Hours | null;
  /** Those of the days for which an absence was announced. */
  absentDays: readonly Temporal.PlainDate[];
}

/** Somebody who is enrolled in an activity on some of these days. */
export interface ListedEnrolment extends Listed {
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
}

type BookedRow = Omit<ListedBooking, "days" | "absentDays" | "hours"> & {
  days: string[];
  absent: string[];
  from: number | null;
  to: number | null;
};

/** Who has places in these units on these days: a line per participant, unit,
 * hours and number of those who come along, with the days. */
export async function listBooked(reads: Reads, asked: ListAsked): Promise<ListedBooking[]> {
  const rows = await reads.rows<BookedRow>(
    "list_booked",
    `select p.participant_id as "participantId", p.first_name as "firstName", p.last_name as "lastName",
            p.birth_date as "birthDate", coalesce(school.class_name, '') as "className",
            u.activity_name as "activityName", u.site_name as "siteName", u.unit_name as "unitName",
            booked.days, booked.absent, booked.companions, booked.places, booked.from_minute as "from", booked.to_minute as "to", coalesce(contact.adult, '') as adult, coalesce(contact.phone, '') as phone
     from (
       select s.unit_id, b.participant_id, b.household_id, b.companions, b.from_minute, b.to_minute,
              array_agg(s.date::text order by s.date) as days, sum(b.places)::integer as places,
              coalesce(array_agg(s.date::text) filter (where told.booking_id is not null), '{}') as absent
       from slot s
       join booking b on b.slot_id = s.id and b.state in ('held', 'booked')
       left join absence_notice told on told.booking_id = b.id
       where s.unit_id = any ($1::uuid[]) and s.date between $2 and $3
       group by s.unit_id, b.participant_id, b.household_id, b.companions, b.from_minute, b.to_minute
     ) booked
     join activities_unit_card u on u.unit_id = booked.unit_id
     join families_participant_card p
       on p.participant_id = booked.participant_id and p.household_id = booked.household_id
     left join families_schooling school on school.participant_id = p.participant_id and school.school_year = $4
     left join lateral (
       select first_name || ' ' || last_name as adult,
              coalesce(nullif(phone_mobile, ''), nullif(phone_home, ''), nullif(phone_work, '')) as phone
       from families_guardian_card
       where household_id = booked.household_id and ($5::uuid[] is null or u.site_id = any ($5))
       order by (phone_mobile = ''), last_name, first_name limit 1
     ) contact on true
     order by u.site_name, u.activity_name, u.position, p.last_name, p.first_name, p.participant_id, booked.companions,
              booked.from_minute`,
    parametersOf(asked),
  );
  return rows.map(({ from, to, days, absent, ...row }) => ({
    ...row,
    hours: from === null || to === null ? null : { from, to },
    days: days.map((day) => Temporal.PlainDate.from(day)),
    absentDays: absent.map((day) => Temporal.PlainDate.from(day)),
  }));
}

/** Who is enrolled, on a day of these at least, in the activities of these units: a line for each household's. */
export function listEnrolled(reads: Reads, asked: ListAsked): Promise<ListedEnrolment[]> {
  return reads.rows<ListedEnrolment>(
    "list_enrolled",
    `select p.participant_id as "participantId", p.first_name as "firstName", p.last_name as "lastName",
            p.birth_date as "birthDate", coalesce(school.class_name, '') as "className",
            u.activity_name as "activityName", u.site_name as "siteName", e.first_day as "firstDay",
            e.last_day as "lastDay", coalesce(contact.adult, '') as adult, coalesce(contact.phone, '') as phone
     from (
       select distinct activity_id, activity_name, site_id, site_name
       from activities_unit_card where unit_id = any ($1::uuid[])
     ) u
     join enrolment e
       on e.activity_id = u.activity_id and e.first_day <= $3 and e.last_day >= $2 and e.ended_at is null
     join families_participant_card p on p.participant_id = e.participant_id and p.household_id = e.household_id
     left join families_schooling school on school.participant_id = p.participant_id and school.school_year = $4
     left join lateral (
       select first_name || ' ' || last_name as adult,
              coalesce(nullif(phone_mobile, ''), nullif(phone_home, ''), nullif(phone_work, '')) as phone
       from families_guardian_card
       where household_id = e.household_id and ($5::uuid[] is null or u.site_id = any ($5))
       order by (phone_mobile = ''), last_name, first_name limit 1
     ) contact on true
     order by u.site_name, u.activity_name, p.last_name, p.first_name, p.participant_id`,
    parametersOf(asked),
  );
}

function parametersOf({ unitIds, first, last, schoolYear, phonesAt }: ListAsked) {
  return [unitIds, first.toString(), last.toString(), schoolYear, sitesOf(phonesAt)];
}

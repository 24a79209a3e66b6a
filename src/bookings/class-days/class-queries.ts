import type { RightScope } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { sitesOf } from "../occupancy/units-in-scope.ts";
import type { ClassDay, ClassDayKind, SaidOfClass, SchoolClass } from "./class-day.ts";

/** A class and how many children it has. */
export interface KnownClass extends SchoolClass {
  children: number;
}

/** A place that a child of a class has. */
export interface ClassBooking {
  participantId: Id<"participant">;
  householdId: Id<"household">;
  slotId: Id<"slot">;
  date: Temporal.PlainDate;
  activityId: Id<"activity">;
  activityName: string;
  siteId: Id<"site">;
  siteName: string;
  /** It is no place, but a turn on the waiting list of the slot alone. */
  waiting: boolean;
}

/**
 * The classes of a school year of which a child is enrolled in an activity at a site of the right: everywhere, every
 * class of the register.
 */
export function knownClasses(
  reads: Reads,
  schoolYear: string,
  scope: RightScope | undefined,
): Promise<KnownClass[]> {
  return reads.rows<KnownClass>(
    "known_classes",
    `select school_year as "schoolYear", school_name as "schoolName", class_name as "className", count(*) as children
     from families_schooling school
     where school_year = $1 and school_name <> '' and class_name <> ''
       and ($2::uuid[] is null or (school_name, class_name) in (
         select other.school_name, other.class_name
         from activities_unit_card u
         join enrolment e on e.activity_id = u.activity_id
         join families_schooling other on other.participant_id = e.participant_id and other.school_year = $1
         where u.site_id = any ($2)))
     group by school_year, school_name, class_name
     order by school_name, class_name`,
    [schoolYear, sitesOf(scope)],
  );
}

/** An activity of the children of a class on some days, at a site. */
export type ClassActivity = Pick<ClassBooking, "activityId" | "activityName" | "siteId" | "siteName">;

/** The activities in which children of a class are enrolled, with a slot on these days that has not started. */
export function classActivities(
  reads: Reads,
  { schoolYear, schoolName, className, firstDay, lastDay }: Omit<SaidOfClass, "kind">,
  now: Temporal.Instant,
): Promise<ClassActivity[]> {
  return reads.rows<ClassActivity>(
    "class_activities",
    `select distinct u.activity_id as "activityId", u.activity_name as "activityName", u.site_id as "siteId",
            u.site_name as "siteName"
     from families_schooling school
     join enrolment e on e.participant_id = school.participant_id and e.first_day <= $5 and e.last_day >= $4
     join slot s on s.season_id = e.season_id and s.date between $4 and $5 and s.starts_at > $6 and s.state = 'open'
     join activities_unit_card u on u.unit_id = s.unit_id
     where school.school_year = $1 and school.school_name = $2 and school.class_name = $3
     order by u.site_name, u.activity_name, u.activity_id`,
    [schoolYear, schoolName, className, firstDay.toString(), lastDay.toString(), now.toString()],
  );
}

/** The places that the children of a class have on these days, in slots that have not started; and their turns. */
export function classBookings(
  reads: Reads,
  { schoolYear, schoolName, className, firstDay, lastDay }: Omit<SaidOfClass, "kind">,
  now: Temporal.Instant,
): Promise<ClassBooking[]> {
  return reads.rows<ClassBooking>(
    "class_bookings",
    `select b.participant_id as "participantId", b.household_id as "householdId", b.slot_id as "slotId", s.date,
            u.activity_id as "activityId", u.activity_name as "activityName", u.site_id as "siteId",
            u.site_name as "siteName", b.waiting
     from families_schooling school
     join lateral (
       select slot_id, participant_id, household_id, false as waiting from booking
       where participant_id = school.participant_id and state in ('held', 'booked')
       union all
       select slot_id, participant_id, household_id, true from waiting_turn
       where participant_id = school.participant_id and state in ('waiting', 'offered') and cardinality(slot_ids) = 1
     ) b on true
     join slot s on s.id = b.slot_id and s.date between $4 and $5 and s.starts_at > $6
     join activities_unit_card u on u.unit_id = s.unit_id
     where school.school_year = $1 and school.school_name = $2 and school.class_name = $3
     order by u.site_name, u.activity_name, s.date, b.participant_id, b.slot_id`,
    [schoolYear, schoolName, className, firstDay.toString(), lastDay.toString(), now.toString()],
  );
}

/** One class day, or undefined. */
export async function findClassDay(reads: Reads, id: Id<"classDay">): Promise<ClassDay | undefined> {
  const [found] = await classDays(reads, id, null);
  return found;
}

/** What was said of classes from a day on, the nearest first; also what was taken back. */
export function classDaysFrom(reads: Reads, from: Temporal.PlainDate): Promise<ClassDay[]> {
  return classDays(reads, null, from);
}

function classDays(
  reads: Reads,
  id: Id<"classDay"> | null,
  from: Temporal.PlainDate | null,
): Promise<ClassDay[]> {
  return reads.rows<ClassDay>(
    "class_days",
    `select id, school_year as "schoolYear", school_name as "schoolName", class_name as "className",
            first_day as "firstDay", last_day as "lastDay", kind, message, by_label as by,
            activity_ids as "activityIds",
            case when withdrawn_at is not null
                 then jsonb_build_object('by', withdrawn_by, 'because', withdrawn_because) end as withdrawn
     from class_day
     where ($1::uuid is null or id = $1) and ($2::date is null or last_day >= $2)
     order by first_day, school_name, class_name, at`,
    [id, from?.toString() ?? null],
  );
}

/** The very same thing, said before of all these activities: a second click, or a colleague. */
export function sameClassDay(
  reads: Reads,
  said: SaidOfClass & Pick<ClassDay, "activityIds">,
): Promise<{ id: Id<"classDay">; by: string; message: string } | undefined> {
  return reads.row(
    "same_class_day",
    `select id, by_label as by, message from class_day
     where school_year = $1 and school_name = $2 and class_name = $3 and first_day = $4 and last_day = $5 and kind = $6
       and withdrawn_at is null and (activity_ids is null or $7::uuid[] <@ activity_ids)
     order by at limit 1`,
    [
      said.schoolYear,
      said.schoolName,
      said.className,
      said.firstDay.toString(),
      said.lastDay.toString(),
      said.kind,
      said.activityIds,
    ],
  );
}

/** Where the activities are of which something was said. */
export async function sitesByActivity(
  reads: Reads,
  said: readonly Pick<ClassDay, "activityIds">[],
): Promise<ReadonlyMap<Id<"activity">, Id<"site">>> {
  const rows = await reads.rows<{ activityId: Id<"activity">; siteId: Id<"site"> }>(
    "sites_of_activities",
    `select distinct activity_id as "activityId", site_id as "siteId"
     from activities_unit_card where activity_id = any ($1::uuid[])`,
    [said.flatMap(({ activityIds }) => activityIds ?? [])],
  );
  return new Map(rows.map(({ activityId, siteId }) => [activityId, siteId]));
}

/** What was said of a participant's class: for the planning, and for the list of a day. */
export interface ClassDayOf {
  participantId: Id<"participant">;
  className: string;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  kind: ClassDayKind;
  message: string;
}

/** What was said of the classes of these participants, for days between two, both included. */
export function classDaysFor(
  reads: Reads,
  participants: readonly Id<"participant">[],
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<ClassDayOf[]> {
  return reads.rows<ClassDayOf>(
    "class_days_of_participants",
    `select school.participant_id as "participantId", said.class_name as "className", said.first_day as "firstDay",
            said.last_day as "lastDay", said.kind, said.message
     from class_day said
     join families_schooling school
       on school.school_year = said.school_year and school.school_name = said.school_name
       and school.class_name = said.class_name
     where said.withdrawn_at is null and said.first_day <= $3 and said.last_day >= $2 and school.participant_id = any ($1::uuid[])
     order by said.first_day, said.at, school.participant_id`,
    [participants, first.toString(), last.toString()],
  );
}

/** Who has a place at a site on a day. */
export async function participantsAt(
  reads: Reads,
  siteId: Id<"site">,
  date: Temporal.PlainDate,
): Promise<readonly Id<"participant">[]> {
  const rows = await reads.rows<{ participantId: Id<"participant"> }>(
    "site_day_participants",
    `select distinct b.participant_id as "participantId"
     from activities_unit_card u
     join slot s on s.unit_id = u.unit_id and s.date = $2
     join booking b on b.slot_id = s.id and b.state in ('held', 'booked')
     where u.site_id = $1`,
    [siteId, date.toString()],
  );
  return rows.map(({ participantId }) => participantId);
}

import { loadCalendar } from "#activities";
import type { SchoolClass } from "#bookings";
import { schoolYearOf, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { Noted } from "../rules/noted-state.ts";

/** A unit of the site on the day. */
export interface SheetUnit {
  slotId: Id<"slot">;
  unitId: Id<"unit">;
  unitName: string;
  activityName: string;
  closedBecause: string | null;
  /** Arrival and departure are noted: its hours are chosen, or in a contract. */
  withHours: boolean;
}

/** That a child has a PAI or allergies; what they are is in the health record. */
export interface HealthMark {
  hasPai: boolean;
  paiUntil: Temporal.PlainDate | null;
  hasAllergies: boolean;
}

/** Somebody who is expected in a slot, or who came without a place. */
export interface SheetLine extends Noted, SchoolClass {
  slotId: Id<"slot">;
  participantId: Id<"participant">;
  householdId: Id<"household">;
  booked: boolean;
  /** How many come with this person; noted with him or her. */
  companions: number;
  firstName: string;
  lastName: string;
  /** The hours of the place, in local minutes; null for who came without one. */
  hours: { from: number; to: number } | null;
  toldCause: "sick" | "other" | null;
  teacherAbsent: boolean;
  /** To whom the child must not be given that day; empty when that is not to be seen. */
  forbidden: readonly string[];
  /** What the health record asks to look at; null when there is nothing, or when it is not to be seen. */
  health: HealthMark | null;
  /** How often it was noted: more than once, there is a history to read. */
  notes: number;
  /** Which line of the history holds; 0 where there is none. */
  version: number;
  notedBy: string | null;
  notedAt: Temporal.Instant | null;
}

/** A site's day: its units in the order of the day, who is to be noted, and the neighbouring days of opening. */
export interface DaySheet {
  units: readonly SheetUnit[];
  lines: readonly SheetLine[];
  previous: Temporal.PlainDate | null;
  next: Temporal.PlainDate | null;
}

/** What an agent asks to see of a day. */
export interface SheetAsked {
  site: Id<"site">;
  date: Temporal.PlainDate;
  /** To whom children must not be given is part of the family’s file: only for who may read it. */
  withForbidden: boolean;
  /** Only for who may read health records at this site. */
  withHealth: boolean;
}

/** The sheet of a site's day. Classes come from the youngest to the eldest, school by school, who has none last. */
export async function daySheet(
  reads: Reads,
  { site, date, withForbidden, withHealth }: SheetAsked,
): Promise<DaySheet> {
  const parameters = [site, date.toString()];
  const units = await reads.rows<SheetUnit>(
    "attendance_sheet_units",
    `select s.slot_id as "slotId", u.unit_id as "unitId", u.unit_name as "unitName", u.activity_name as "activityName",
            s.closed_because as "closedBecause", u.hour_step is not null as "withHours"
     from activities_unit_card u
     join bookings_slot_card s on s.unit_id = u.unit_id and s.date = $2
     where u.site_id = $1
     order by u.starts_at, u.activity_name, u.position`,
    parameters,
  );
  const schoolYear = schoolYearOf((await loadCalendar(reads)).school, date);
  type Row = Omit<SheetLine, "hours" | "health"> & HealthMark & { from: number | null; to: number | null };
  const rows = await reads.rows<Row>(
    "attendance_sheet_lines",
    `select who.slot_id as "slotId", who.participant_id as "participantId", who.household_id as "householdId", who.booked,
            who.companions, p.first_name as "firstName", p.last_name as "lastName", coalesce(school.class_name, '') as "className",
            coalesce(school.school_name, '') as "schoolName",
            who.from_minute as "from", who.to_minute as "to", who.told_cause as "toldCause",
            exists (select from bookings_teacher_absent away
                    where away.participant_id = who.participant_id and $2::date between away.first_day and away.last_day
                      and (away.activity_ids is null or u.activity_id = any (away.activity_ids))) as "teacherAbsent",
            array(select person.first_name || ' ' || person.last_name from families_authorised_person person
                  where $4 and person.participant_id = who.participant_id and person.kind = 'forbidden'
                    and $2::date >= person.first_day and (person.last_day is null or $2::date <= person.last_day)
                  order by person.last_name, person.first_name) as forbidden,
            coalesce(mark.has_pai, false) as "hasPai", mark.pai_until as "paiUntil",
            coalesce(mark.has_allergies, false) as "hasAllergies",
            (select count(*)::integer from attendance_history h
             where h.slot_id = who.slot_id and h.participant_id = who.participant_id) as notes,
            coalesce(held.state, 'none') as state, held.reason, held.proof_on as "proofOn",
            held.arrived_at as "arrivedAt", held.left_at as "leftAt", coalesce(held.version, 0) as version,
            held.by_label as "notedBy", held.at as "notedAt"
     from activities_unit_card u
     join bookings_slot_card s on s.unit_id = u.unit_id and s.date = $2
     join lateral (
       select slot_id, participant_id, household_id, true as booked, companions, from_minute, to_minute, told_cause
       from bookings_expected where slot_id = s.slot_id
       union all
       select slot_id, participant_id, household_id, false, 0, null, null, null
       from attendance_fact where slot_id = s.slot_id and not booked
     ) who on true
     join families_participant_name p on p.participant_id = who.participant_id
     left join families_health_mark mark on mark.participant_id = who.participant_id and $5
     left join attendance held on held.slot_id = who.slot_id and held.participant_id = who.participant_id
     left join families_schooling school on school.participant_id = who.participant_id and school.school_year = $3
     where u.site_id = $1
     order by coalesce(school.class_name, '') = '', coalesce(school.school_name, ''),
              avg(p.birth_date - date '2000-01-01') over (partition by school.school_name, school.class_name) desc nulls last,
              school.class_name, p.last_name, p.first_name, p.participant_id`,
    [...parameters, schoolYear, withForbidden, withHealth],
  );
  const around = await reads.row<Pick<DaySheet, "previous" | "next">>(
    "attendance_sheet_around",
    `select max(s.date) filter (where s.date < $2) as previous, min(s.date) filter (where s.date > $2) as next
     from activities_unit_card u
     join bookings_slot_card s on s.unit_id = u.unit_id
       and s.date between $2::date - 120 and $2::date + 120 and s.date <> $2
     where u.site_id = $1`,
    parameters,
  );
  return {
    units,
    lines: rows.map(({ from, to, hasPai, paiUntil, hasAllergies, ...line }) => ({
      ...line,
      health: hasPai || hasAllergies ? { hasPai, paiUntil, hasAllergies } : null,
      hours: from === null || to === null ? null : { from, to },
    })),
    previous: around?.previous ?? null,
    next: around?.next ?? null,
  };
}

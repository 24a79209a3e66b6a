import {
  dayCalendar,
  schoolCalendar,
  type Closure,
  type DayCalendar,
  type HolidayZone,
  type Id,
  type SchoolCalendar,
  type SchoolZone,
} from "#kernel";
import type { Reads } from "#platform";

import { readSchoolPeriods } from "./school-periods.ts";

/** A closure with where it holds: null is every site. */
export interface SiteClosure extends Closure {
  readonly siteId: Id<"site"> | null;
}

/** All that an authority knows about days, before one site is looked at. */
export interface AuthorityCalendar {
  readonly holidayZone: HolidayZone;
  /** Null until an agent has chosen it: no school year is known then. */
  readonly schoolZone: SchoolZone | null;
  readonly school: SchoolCalendar;
  readonly closures: readonly SiteClosure[];
}

/** Reads the settings, the school holidays of the authority's zone and the closures that were not lifted. */
export async function loadCalendar(reads: Reads): Promise<AuthorityCalendar> {
  const setting = await calendarSetting(reads);
  const periods = setting === undefined ? [] : await readSchoolPeriods(reads, setting.schoolZone);
  return {
    holidayZone: setting?.publicHolidays ?? "metropole",
    schoolZone: setting?.schoolZone ?? null,
    school: schoolCalendar(periods),
    closures: await reads.rows<SiteClosure>(
      "closures_in_force",
      `select site_id as "siteId", first_day as "firstDay", last_day as "lastDay", message
       from closure where lifted_at is null order by created_at, id`,
    ),
  };
}

/** The days of one site: the closures of the others are left out. Without a site, only what closes every one. */
export function calendarAt(calendar: AuthorityCalendar, siteId: Id<"site"> | null): DayCalendar {
  const { holidayZone, school } = calendar;
  const closures = calendar.closures.filter(
    (closure) => closure.siteId === null || closure.siteId === siteId,
  );
  return dayCalendar({ holidayZone, school, closures });
}

/** Which holidays count here; undefined until an agent has chosen. */
export function calendarSetting(
  reads: Reads,
): Promise<{ publicHolidays: HolidayZone; schoolZone: SchoolZone } | undefined> {
  return reads.row(
    "calendar_setting",
    `select public_holidays as "publicHolidays", school_zone as "schoolZone" from calendar_setting`,
  );
}

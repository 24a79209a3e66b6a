import {
  schoolCalendarKnownUntil,
  schoolYearOf,
  type HolidayZone,
  type SchoolPeriod,
  type SchoolZone,
} from "#kernel";
import type { Reads } from "#platform";

import { calendarSetting, loadCalendar } from "../../../calendar/authority-calendar.ts";
import { missingSchoolYears, type MissingSchoolYear } from "../../../calendar/missing-years.ts";
import { activityOffer } from "../../../offer/read-offer.ts";

/** All that the page tells about the calendar in force. */
export interface CalendarState {
  /** Undefined until an agent has chosen. */
  setting: { publicHolidays: HolidayZone; schoolZone: SchoolZone } | undefined;
  /** By school year, in the order of the calendar. */
  schoolYears: readonly (readonly [schoolYear: string, periods: readonly SchoolPeriod[]])[];
  /** « 2026-2027 », of today. */
  currentYear: string;
  knownUntil: Temporal.PlainDate | undefined;
  /** The school year that begins where the calendar ends. */
  nextYear: string | undefined;
  missing: readonly MissingSchoolYear[];
}

/** Reads the calendar in force, what it does not know, and what that keeps from being offered. */
export async function calendarState(reads: Reads, today: Temporal.PlainDate): Promise<CalendarState> {
  const { school } = await loadCalendar(reads);
  const knownUntil = schoolCalendarKnownUntil(school);
  return {
    setting: await calendarSetting(reads),
    schoolYears: [...Map.groupBy(school.periods, ({ schoolYear }) => schoolYear)].sort(([a], [b]) =>
      a.localeCompare(b),
    ),
    currentYear: schoolYearOf(school, today),
    knownUntil,
    nextYear: knownUntil && schoolYearOf(school, knownUntil.add({ days: 1 })),
    missing: missingSchoolYears(school, await activityOffer(reads), today),
  };
}

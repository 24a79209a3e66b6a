import { schoolCalendar, type HolidayZone, type SchoolPeriod, type SchoolZone } from "#kernel";

import type { CalendarChange } from "../rules/calendar-change.ts";
import type { AuthorityCalendar } from "./authority-calendar.ts";

/** The calendar once this file of school holidays is stored. */
export function calendarAfter(calendar: AuthorityCalendar, change: CalendarChange): AuthorityCalendar {
  const replaced = new Set(
    change.changed.flatMap(({ before }) => before.map((period) => period.firstDayOff.toString())),
  );
  const periods = [
    ...calendar.school.periods.filter((period) => !replaced.has(period.firstDayOff.toString())),
    ...change.added,
    ...change.changed.map(({ after }) => after),
  ];
  return { ...calendar, school: schoolCalendar(periods) };
}

/** The calendar with another choice of holidays; `periods` are those of the zone chosen. */
export function calendarChosen(
  calendar: AuthorityCalendar,
  choice: { publicHolidays: HolidayZone; schoolZone: SchoolZone; periods: readonly SchoolPeriod[] },
): AuthorityCalendar {
  return {
    ...calendar,
    holidayZone: choice.publicHolidays,
    schoolZone: choice.schoolZone,
    school: schoolCalendar(choice.periods),
  };
}

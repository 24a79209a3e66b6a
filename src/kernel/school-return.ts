import { type DayCalendar } from "./day-calendar.ts";
import { type EpochDay, toEpochDay, weekdayOf } from "./epoch-day.ts";
import { type SchoolPeriod, schoolDay } from "./school-calendar.ts";
import { type NotCounted, verdictOf } from "./working-days.ts";

/** Whether school has just begun again on a day, after which holidays; `unknown` names the year to import. */
export type SchoolReturn =
  | { readonly kind: "return"; readonly holidays: SchoolPeriod }
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly schoolYear: string };

const NONE: SchoolReturn = { kind: "none" };

/** The days on which no school is expected, whatever the rhythm of the week. */
export const NO_SCHOOL: NotCounted = {
  saturdays: true,
  sundays: true,
  publicHolidays: true,
  weekdays: [],
  schoolHolidays: true,
  closures: false,
};

/**
 * The holidays from which school returns on that day (`firstDay`), or in the week of that day (`firstWeek`): Monday
 * 2 November 2026 is the first day after Toussaint, Friday 6 is in its first week. Tuesday 22 April 2025 is the first
 * day after the spring, which ended before Easter Monday. A bridge is not holidays.
 */
export function schoolReturn(
  calendar: DayCalendar,
  date: Temporal.PlainDate,
  within: "firstDay" | "firstWeek",
): SchoolReturn {
  const day = toEpochDay(date);
  const own = schoolDay(calendar.school, day);
  if (own.kind === "unknown") return own;
  if (own.kind === "off" && own.period.kind === "holiday") return NONE;
  const monday = day - weekdayOf(day) + 1;
  const mayHaveSchool = within === "firstDay" ? day - 1 : monday - 1;
  for (let before = day - 1; ; before--) {
    const known = schoolDay(calendar.school, before);
    if (known.kind === "unknown") return known;
    if (known.kind === "off" && known.period.kind === "holiday")
      return { kind: "return", holidays: known.period };
    if (before <= mayHaveSchool && isSchoolDay(calendar, before)) return NONE;
  }
}

function isSchoolDay(calendar: DayCalendar, day: EpochDay): boolean {
  return verdictOf(calendar, NO_SCHOOL, day).kind === "counted";
}

import { deadlineOf, parseDeadlineRule } from "#bookings";

import { calendarOf } from "./deadline-readings.ts";

/** Days that do not count, as a rule is written. */
export const WEEKEND = ["saturdays", "sundays"];
export const WORKING = [...WEEKEND, "publicHolidays"];
export const SCHOOL = [...WORKING, "schoolHolidays", "wednesday"];

/** A weekday of the week before, moved back from a day that does not count: the most usual of the fixed days. */
export const lastWeek = (weekday: string, at: string) => ({
  kind: "weekday",
  weekday,
  weeksBefore: 1,
  at,
  onDayOff: "back",
  notCounted: WORKING,
});

/**
 * When a rule as it is written closes a slot: « 2026-09-11 09:00 », or why it cannot be told.
 * @param slot « 2026-09-14 », « 2026-09-14 07:30 » (12:00 unless told), « … from 2026-10-19 » for its season's first day
 */
export function closing(rule: unknown, slot: string): string {
  const [, date = "", startsAt = "12:00", season = date] =
    /^(\S+?)(?: (\d\d:\d\d))?(?: from (\S+))?$/.exec(slot) ?? [];
  const deadline = deadlineOf(
    parseDeadlineRule(rule),
    {
      date: Temporal.PlainDate.from(date),
      startsAt: Temporal.PlainTime.from(startsAt),
      seasonFirstDay: Temporal.PlainDate.from(season),
    },
    calendarOf(),
  );
  if (deadline.kind === "never") return "never";
  if (deadline.kind === "unknown") return deadline.because.code;
  return `${deadline.localDate} ${deadline.localTime}`.replace(/:00$/, "");
}

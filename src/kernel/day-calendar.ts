import { type EpochDay, toEpochDay } from "./epoch-day.ts";
import type { HolidayZone } from "./public-holidays.ts";
import type { SchoolCalendar } from "./school-calendar.ts";

/** Days on which a site or an activity is shut by an agent (strike, works, bridge day); both ends included. */
export interface Closure {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  /** What families read: « Grève du personnel ». */
  readonly message: string;
}

/** All that is known about the days of one activity: the facts, before any rule reads them. */
export interface DayCalendar {
  readonly holidayZone: HolidayZone;
  readonly school: SchoolCalendar;
  readonly closures: readonly ClosedDays[];
}

interface ClosedDays {
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly closure: Closure;
}

/**
 * Puts together the zone of public holidays of the authority, the school calendar of its zone, and the closures
 * that apply (the caller keeps those of the site and of the activity). Cheap: build one per activity.
 */
export function dayCalendar(facts: {
  readonly holidayZone: HolidayZone;
  readonly school: SchoolCalendar;
  readonly closures: readonly Closure[];
}): DayCalendar {
  const closures = facts.closures.map((closure) => ({
    from: toEpochDay(closure.firstDay),
    to: toEpochDay(closure.lastDay),
    closure,
  }));
  return { holidayZone: facts.holidayZone, school: facts.school, closures };
}

/** The closure in force on that day, the first one entered when several are. */
export function closureOn(calendar: DayCalendar, day: EpochDay): Closure | undefined {
  return calendar.closures.find(({ from, to }) => from <= day && day <= to)?.closure;
}

import {
  type Closure,
  type DayCalendar,
  type HolidayZone,
  type NotCounted,
  dayCalendar,
  schoolCalendar,
} from "#kernel";
import { ZONE_B } from "./zone-b.ts";

/** The readings of « 24 heures avant, hors week-end et jours fériés » in domain/calendar.md, as settings. */
export const WEEKENDS_AND_HOLIDAYS: NotCounted = {
  saturdays: true,
  sundays: true,
  publicHolidays: true,
  weekdays: [],
  schoolHolidays: false,
  closures: false,
};

/** Reading F: a four-day school week. */
export const SCHOOL_DAYS: NotCounted = { ...WEEKENDS_AND_HOLIDAYS, weekdays: [3], schoolHolidays: true };

const zoneB = schoolCalendar(ZONE_B);

/** A calendar with the school holidays of zone B. */
export function calendarOf(
  holidayZone: HolidayZone = "metropole",
  closures: readonly Closure[] = [],
): DayCalendar {
  return dayCalendar({ holidayZone, school: zoneB, closures });
}

import type { SchoolZone } from "#kernel";
import type { CalendarImport } from "./calendar-import.ts";
import { readOwnCalendar } from "./own-format.ts";
import { readStateCalendar } from "./state-format.ts";

/**
 * Reads a file of school holidays for one zone, our own CSV or the State's data set, told apart by the first line.
 * Writes nothing: the caller shows what was read and what was refused, then stores the periods.
 */
export function readSchoolCalendar(text: string, zone: SchoolZone): CalendarImport {
  return /^\uFEFF?"?school_year\b/.test(text) ? readOwnCalendar(text) : readStateCalendar(text, zone);
}

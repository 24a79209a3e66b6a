import type { SchoolZone } from "#kernel";
import { announce, type Reads, type Writes } from "#platform";

import { calendarChanged } from "../events.ts";
import { calendarChange, type CalendarChange } from "../rules/calendar-change.ts";
import type { LineRefusal } from "../school-calendar/calendar-import.ts";
import { readSchoolCalendar } from "../school-calendar/read-school-calendar.ts";
import { readSchoolPeriods, writeSchoolPeriods } from "./school-periods.ts";

/** What a file of school holidays would change, and the lines that are refused. */
export interface CalendarImportReport extends CalendarChange {
  readonly refusals: readonly LineRefusal[];
}

/** Reads a file (ours, or the State's data set in JSON or CSV) and says what it would change; writes nothing. */
export async function previewCalendarImport(
  reads: Reads,
  { text, zone }: { text: string; zone: SchoolZone },
): Promise<CalendarImportReport> {
  const read = readSchoolCalendar(text, zone);
  const change = calendarChange(await readSchoolPeriods(reads, zone), read.periods);
  return { ...change, refusals: read.refusals };
}

/**
 * Stores what the preview of the same file says, in the caller's transaction, and announces it when something
 * changed: the slots follow. Applied twice, the second time changes nothing. Refused lines block nothing.
 */
export async function importSchoolCalendar(
  writes: Writes,
  { text, zone, authorityId, by }: { text: string; zone: SchoolZone; authorityId: string; by: string },
): Promise<CalendarImportReport> {
  // Of two clicks, the second waits here, then finds nothing left to change.
  await writes.run(
    "lock_school_calendar",
    `select pg_advisory_xact_lock(hashtextextended('activities.calendar ' || current_schema(), 0))`,
  );
  const report = await previewCalendarImport(writes, { text, zone });
  if (report.added.length + report.changed.length === 0) return report;
  await writeSchoolPeriods(writes, zone, {
    replaced: report.changed.flatMap(({ before }) => before),
    periods: [...report.added, ...report.changed.map(({ after }) => after)],
  });
  await announce(writes, authorityId, calendarChanged(by));
  return report;
}

import { activityOffer, calendarAt, dayStates, loadCalendar } from "#activities";
import type { FamilyReach } from "#identity";
import { parisDate } from "#kernel";
import type { Reads, SchemaDatabase } from "#platform";

import { planningCells, firstOpenDay, type PlanningCell } from "./planning-cells.ts";
import { planningLines, type PlanningLine } from "./planning-lines.ts";

/** One month of a family: who may book what, what they have, and why the other days have nothing. */
export interface MonthPlanning {
  month: Temporal.PlainYearMonth;
  /** The lines of the month, one for each participant and unit. */
  lines: readonly PlanningLine[];
  cells: readonly PlanningCell[];
  /** For each date without anything to book, why, in the words of its activities: « Vacances de Noël ». */
  closedLabels: ReadonlyMap<string, readonly string[]>;
  /** The months that enrolments reach; null for a family without any. */
  reach: { first: Temporal.PlainYearMonth; last: Temporal.PlainYearMonth } | null;
}

/**
 * The planning of one month for these households together. Without a month, the one of the next open day from
 * `now` on, else the current one.
 */
export function monthPlanning(
  database: SchemaDatabase,
  reach: FamilyReach,
  now: Temporal.Instant,
  asked?: Temporal.PlainYearMonth,
): Promise<MonthPlanning> {
  return database.read(async (reads) => {
    const today = parisDate(now);
    const month = asked ?? ((await firstOpenDay(reads, reach, today)) ?? today).toPlainYearMonth();
    const first = month.toPlainDate({ day: 1 });
    const last = month.toPlainDate({ day: month.daysInMonth });
    const all = await planningLines(reads, reach);
    const lines = linesBetween(all, first, last);
    const cells = await planningCells(reads, reach, first, last);
    return {
      month,
      lines,
      cells,
      closedLabels: await closedLabels(reads, lines, month),
      reach: reachOf(all),
    };
  });
}

/** The lines open on some of these days, each participant and unit once. */
function linesBetween(
  all: readonly PlanningLine[],
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): readonly PlanningLine[] {
  const { compare } = Temporal.PlainDate;
  const lines = new Map<string, PlanningLine>();
  for (const line of all) {
    if (compare(line.firstDay, last) > 0 || compare(line.lastDay, first) < 0) continue;
    const key = `${line.participantId} ${line.unitId}`;
    if (!lines.has(key)) lines.set(key, line);
  }
  return [...lines.values()];
}

async function closedLabels(
  reads: Reads,
  lines: readonly PlanningLine[],
  month: Temporal.PlainYearMonth,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const labels = new Map<string, string[]>();
  if (lines.length === 0) return labels;
  const calendar = await loadCalendar(reads);
  for (const offer of await activityOffer(reads, [...new Set(lines.map((line) => line.activityId))])) {
    for (const day of dayStates(offer, calendarAt(calendar, offer.siteId), month)) {
      if (day.kind !== "closed") continue;
      const known = labels.get(day.date.toString()) ?? [];
      if (!known.includes(day.label)) labels.set(day.date.toString(), [...known, day.label]);
    }
  }
  return labels;
}

function reachOf(lines: readonly PlanningLine[]): MonthPlanning["reach"] {
  const [first] = lines.map((line) => line.firstDay).toSorted(Temporal.PlainDate.compare);
  const last = lines
    .map((line) => line.lastDay)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
  if (first === undefined || last === undefined) return null;
  return { first: first.toPlainYearMonth(), last: last.toPlainYearMonth() };
}

import { knownOffer, type KnownOffer } from "#activities";
import type { FamilyReach } from "#identity";
import { parisDate } from "#kernel";
import type { SchemaDatabase } from "#platform";

import { estimatesFor, type EstimateOf } from "../estimates/estimate-places.ts";
import { classDaysFor, type ClassDayOf } from "../class-days/class-queries.ts";
import { daysOfSpan, monthsOfSpan, type PlanningSpan } from "../rules/planning-span.ts";
import { planningPackages, type PlanningPackage } from "./packages.ts";
import { planningCells, firstOpenDay, type PlanningCell } from "./planning-cells.ts";
import { planningLines, type PlanningLine } from "./planning-lines.ts";

/** A month or a week of a family: who may book what, what they have, and why the other days have nothing. */
export interface FamilyPlanning {
  span: PlanningSpan;
  /** The lines of the span, one for each participant and unit that has a slot in it; all where none has. */
  lines: readonly PlanningLine[];
  cells: readonly PlanningCell[];
  /** What was said of the participants' classes for these days: a trip, a teacher who is absent. */
  classDays: readonly ClassDayOf[];
  /** What is booked whole: weeks, stays, courses. */
  packages: readonly PlanningPackage[];
  /** For each date without anything to book, why, in the words of its activities: « Vacances de Noël ». */
  closedLabels: ReadonlyMap<string, readonly string[]>;
  /** What places of these lines cost; undefined where the authority has no tariff. */
  estimate?: EstimateOf | undefined;
  /** The first and the last day of all enrolments; null for a family without any. */
  reach: { first: Temporal.PlainDate; last: Temporal.PlainDate } | null;
}

/**
 * The planning of one month or week for these households together. Where none is asked for, the month of the next
 * open day from `now` on, else the current one.
 */
export function familyPlanning(
  database: SchemaDatabase,
  reach: FamilyReach,
  now: Temporal.Instant,
  asked?: PlanningSpan,
): Promise<FamilyPlanning> {
  return database.read(async (reads) => {
    const today = parisDate(now);
    const span = asked ?? monthOf((await firstOpenDay(reads, reach, today)) ?? today);
    const { first, last } = daysOfSpan(span);
    // Sent together: what the one that follows needs is known, and the server does not wait for us in between.
    const [all, cells, offer, estimate] = await Promise.all([
      planningLines(reads, reach),
      planningCells(reads, reach, first, last),
      knownOffer(reads),
      estimatesFor(reads, reach.householdIds),
    ]);
    const lines = linesWithCells(linesBetween(all, first, last), cells);
    const whole = lines.some((line) => line.bookedBy !== "slot");
    return {
      span,
      lines,
      cells,
      classDays: await classDaysFor(
        reads,
        [...new Set(lines.map((line) => line.participantId))],
        first,
        last,
      ),
      packages: whole ? await planningPackages(reads, reach, { first, last }, now) : [],
      closedLabels: closedLabels(offer, lines, span),
      estimate,
      reach: reachOf(all),
    };
  });
}

const monthOf = (date: Temporal.PlainDate): PlanningSpan => ({
  kind: "month",
  month: date.toPlainYearMonth(),
});

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

/** A unit of the holidays takes no room in a month of school; where nothing at all is open, every line stands. */
function linesWithCells(
  lines: readonly PlanningLine[],
  cells: readonly PlanningCell[],
): readonly PlanningLine[] {
  const known = new Set(cells.map((cell) => `${cell.participantId} ${cell.unitId}`));
  const open = lines.filter((line) => known.has(`${line.participantId} ${line.unitId}`));
  return open.length === 0 ? lines : open;
}

function closedLabels(
  offer: KnownOffer,
  lines: readonly PlanningLine[],
  span: PlanningSpan,
): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, string[]>();
  for (const activityId of new Set(lines.map((line) => line.activityId))) {
    for (const day of monthsOfSpan(span).flatMap((month) => offer.dayStates(activityId, month))) {
      if (day.kind !== "closed") continue;
      const known = labels.get(day.date.toString()) ?? [];
      if (!known.includes(day.label)) labels.set(day.date.toString(), [...known, day.label]);
    }
  }
  return labels;
}

function reachOf(lines: readonly PlanningLine[]): FamilyPlanning["reach"] {
  const [first] = lines.map((line) => line.firstDay).toSorted(Temporal.PlainDate.compare);
  const last = lines
    .map((line) => line.lastDay)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
  if (first === undefined || last === undefined) return null;
  return { first, last };
}

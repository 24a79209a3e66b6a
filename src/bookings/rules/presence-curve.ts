import { staffNeeded, type Ratios } from "./staff-needed.ts";

/** A part of a day, in local minutes; the end excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Children of one age group who are there during the same part of a day. */
export interface Presence extends Span {
  /** Null: of no age group. */
  readonly groupId: string | null;
  readonly count: number;
}

/** How many are there, and how many adults that asks for, during a part of a day. */
export interface Attendance extends Span {
  readonly present: number;
  readonly staff: number;
}

/**
 * Sweeps a day: between two arrivals or departures nothing changes, so that each part is counted once. Parts follow
 * one another without a hole, from the first arrival to the last departure. A child who leaves at 9:00 and another
 * who comes at 9:00 are never there together.
 */
export function attendanceOf(presences: readonly Presence[], ratios: Ratios): readonly Attendance[] {
  const changes = presences
    .filter(({ from, to }) => from < to)
    .flatMap(({ from, to, groupId, count }) => [
      { at: from, groupId, count },
      { at: to, groupId, count: -count },
    ]);
  const instants = [...Map.groupBy(changes, ({ at }) => at)].toSorted(([a], [b]) => a - b);
  const there = new Map<string | null, number>();
  return instants.flatMap(([from, changing], index) => {
    for (const { groupId, count } of changing) there.set(groupId, (there.get(groupId) ?? 0) + count);
    const to = instants[index + 1]?.[0];
    if (to === undefined) return [];
    return { from, to, present: sum(there.values()), staff: staffNeeded(there, ratios) };
  });
}

/**
 * The same day in equal parts (half-hours unless told): each says the most who are there at one time within it, and
 * the most adults that are needed at one time.
 */
export function presenceCurve(attendance: readonly Attendance[], step = 30): readonly Attendance[] {
  if (attendance.length === 0) return [];
  const start = Math.floor(Math.min(...attendance.map(({ from }) => from)) / step) * step;
  const last = Math.max(...attendance.map(({ to }) => to));
  return Array.from({ length: Math.ceil((last - start) / step) }, (_, index) => {
    const from = start + index * step;
    const part = { from, to: from + step };
    return { ...part, ...busiest(attendance.filter((one) => meets(one, part))) };
  });
}

/** The most who are there at one time, and the most adults that are needed at one time. */
export function busiest(attendance: readonly Attendance[]): Pick<Attendance, "present" | "staff"> {
  return {
    present: Math.max(0, ...attendance.map(({ present }) => present)),
    staff: Math.max(0, ...attendance.map(({ staff }) => staff)),
  };
}

/** Whether two parts of a day have a minute in common. */
export function meets(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

import type { DayCalendar } from "./day-calendar.ts";
import { type EpochDay, fromEpochDay, toEpochDay } from "./epoch-day.ts";
import { type DayOffReason, type NotCounted, verdictOf } from "./working-days.ts";

/** Consecutive days that were skipped for one reason; both ends included. */
export interface SkippedDays {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly reason: DayOffReason;
}

/** Where a walk over the days that count ends. */
export type CountedBack =
  /** `skipped` is in the order of the calendar. */
  | { readonly kind: "reached"; readonly date: Temporal.PlainDate; readonly skipped: readonly SkippedDays[] }
  | { readonly kind: "unknown"; readonly schoolYear: string }
  /** More than a year in a row without a day that counts: the setting leaves none. */
  | { readonly kind: "noDayCounts" };

const LONGEST_GAP_DAYS = 400;

/**
 * The n-th day that counts strictly before `from`, and the days skipped on the way; `from` itself for n = 0.
 *
 * Two days before Thursday 12 November 2026, week-ends and public holidays not counted: Tuesday 10 is the
 * first, Monday 9 the second; Wednesday 11 was skipped (Armistice 1918).
 *
 * In: n, a whole number of days ≥ 0. Refuses a negative or fractional n, a bug of the caller.
 */
export function countBack(
  calendar: DayCalendar,
  notCounted: NotCounted,
  from: Temporal.PlainDate,
  n: number,
): CountedBack {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of days: ${n}`);
  if (n === 0) return { kind: "reached", date: from, skipped: [] };
  return walk({ calendar, notCounted, step: -1 }, toEpochDay(from) - 1, n);
}

/**
 * The day itself where it counts, else the last day before it that does (`back`) or the first one after it
 * (`forward`), and the days skipped on the way. Thursday 6 May 2027 is Ascension: back is Wednesday 5, forward is
 * Friday 7.
 */
export function nearestCounted(
  calendar: DayCalendar,
  notCounted: NotCounted,
  from: Temporal.PlainDate,
  direction: "back" | "forward",
): CountedBack {
  return walk({ calendar, notCounted, step: direction === "back" ? -1 : 1 }, toEpochDay(from), 1);
}

interface Walk {
  readonly calendar: DayCalendar;
  readonly notCounted: NotCounted;
  readonly step: -1 | 1;
}

/** The n-th day that counts from `start` on, itself included, in steps of one day. */
function walk({ calendar, notCounted, step }: Walk, start: EpochDay, n: number): CountedBack {
  const spans: Span[] = [];
  let left = n;
  let gap = 0;
  for (let day = start; ; day += step) {
    const verdict = verdictOf(calendar, notCounted, day);
    if (verdict.kind === "unknown") return verdict;
    if (verdict.kind === "notCounted") {
      if (++gap > LONGEST_GAP_DAYS) return { kind: "noDayCounts" };
      extend(spans, day, verdict.reason);
    } else {
      gap = 0;
      if (--left === 0) return { kind: "reached", date: fromEpochDay(day), skipped: inOrder(spans) };
    }
  }
}

interface Span {
  first: EpochDay;
  last: EpochDay;
  readonly reason: DayOffReason;
}

function extend(spans: Span[], day: EpochDay, reason: DayOffReason): void {
  const next = spans.at(-1);
  const adjoins = next && (next.first === day + 1 || next.last === day - 1);
  if (adjoins && sameReason(next.reason, reason)) {
    next.first = Math.min(next.first, day);
    next.last = Math.max(next.last, day);
  } else spans.push({ first: day, last: day, reason });
}

function sameReason(a: DayOffReason, b: DayOffReason): boolean {
  if (a.kind === "schoolHoliday") return b.kind === a.kind && a.period === b.period;
  if (a.kind === "closure") return b.kind === a.kind && a.closure === b.closure;
  return a.kind === "weekend" && b.kind === "weekend";
}

function inOrder(spans: readonly Span[]): readonly SkippedDays[] {
  return spans
    .toSorted((a, b) => a.first - b.first)
    .map(({ first, last, reason }) => ({ first: fromEpochDay(first), last: fromEpochDay(last), reason }));
}

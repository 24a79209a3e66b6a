import { formatTime } from "#kernel";

import type { Hours } from "./lines.ts";

/** A local time of the day from its minutes since midnight; 1440 is the last minute of the day. */
export function timeAt(minute: number): Temporal.PlainTime {
  return minute >= 1440
    ? new Temporal.PlainTime(23, 59)
    : new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
}

/** « 7 h 30 – 8 h 15 » */
export function hoursWords({ from, to }: Hours): string {
  return `${formatTime(timeAt(from))} – ${formatTime(timeAt(to))}`;
}

/**
 * The times that can be chosen within a unit's hours, in steps of so many minutes; its end is one, also where the
 * last step falls short of it. 16 h 30 to 18 h 45 by half-hours: 16 h 30, 17 h, 17 h 30, 18 h, 18 h 30, 18 h 45.
 */
export function choosableTimes({ from, to }: Hours, step: number): readonly number[] {
  const times = Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
  return [...times, to];
}

/**
 * The hours that a unit has for somebody who wants these: the same where they can be chosen, else those that cover
 * them best, from the last time to arrive before to the first time to leave after; all the unit's where none are common.
 * 7 h 10 to 8 h 20 by half-hours from 7 h: 7 h to 8 h 30.
 */
export function adaptHours(wanted: Hours, unit: Hours, step: number): Hours {
  const times = choosableTimes(unit, step);
  const from = times.findLast((time) => time <= wanted.from) ?? unit.from;
  const to = times.find((time) => time >= wanted.to) ?? unit.to;
  return from < to && wanted.from < unit.to && wanted.to > unit.from ? { from, to } : unit;
}

/** The hours that come most often; of those that come as often, the first. */
export function usualHours(all: readonly Hours[]): Hours | undefined {
  const groups = [...Map.groupBy(all, ({ from, to }) => `${from} ${to}`).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** Whether a line asks a departure that is not after the arrival: it is corrected before anything is sent. */
export function leavesFirst({ hours }: { readonly hours?: Hours | undefined }): boolean {
  return hours !== undefined && hours.to <= hours.from;
}

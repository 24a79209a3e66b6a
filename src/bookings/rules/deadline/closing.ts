import {
  type CountedBack,
  END_OF_DAY,
  type SchoolPeriod,
  type SkippedDays,
  parisDateTime,
  parisInstant,
} from "#kernel";

import type { CutOff, DeadlineSlot } from "./deadline-rule.ts";

/** When the act closes, and because of which facts. */
export interface Closes {
  readonly kind: "closes";
  /** The last instant that is in time. */
  readonly at: Temporal.Instant;
  /** The same in Paris. */
  readonly localDate: Temporal.PlainDate;
  readonly localTime: Temporal.PlainTime;
  /** The days that did not count on the way, in the order of the calendar. */
  readonly skipped: readonly SkippedDays[];
  /** The slot is on the return from these holidays, which has a deadline of its own. */
  readonly afterHolidays: {
    readonly slots: "firstDay" | "firstWeek";
    readonly holidays: SchoolPeriod;
  } | null;
  /** An agent moved the cut-off by hand; what families read of it. */
  readonly moved: string | null;
}

/** Why a deadline cannot be told: import that school year, set a rule, or mend it. */
export type DeadlineUnknown =
  | { readonly code: "noDeadlineRule" }
  | { readonly code: "schoolYearMissing"; readonly schoolYear: string }
  | { readonly code: "noDayCounts" }
  /** The rule has groups of weekdays, and the slot's is in none. */
  | { readonly code: "weekdayWithoutGroup"; readonly weekday: number }
  /** The rule counts from the holidays that hold the slot, and none do. */
  | { readonly code: "outsideHolidays" };

/** When an act closes, that it is not possible online, or what is missing to say so. */
export type Deadline =
  | Closes
  | { readonly kind: "never" }
  | { readonly kind: "unknown"; readonly because: DeadlineUnknown };

/** An act that closes on that day at that cut-off, after those days were skipped. */
export function closesOn(
  date: Temporal.PlainDate,
  cutOff: CutOff,
  slot: DeadlineSlot,
  skipped: readonly SkippedDays[] = [],
): Closes {
  const time = timeOf(cutOff, slot);
  const at = parisInstant(date, time);
  if (time.hour === HOUR_OF_CLOCK_CHANGES) return closesAt(at, skipped);
  return { kind: "closes", at, localDate: date, localTime: time, skipped, afterHolidays: null, moved: null };
}

/** Clocks in Paris change between 2 and 3 o'clock: any other time is shown as it was written. */
const HOUR_OF_CLOCK_CHANGES = 2;

/** An act that closes at that instant. */
export function closesAt(at: Temporal.Instant, skipped: readonly SkippedDays[] = []): Closes {
  const local = parisDateTime(at);
  return {
    kind: "closes",
    at,
    localDate: local.toPlainDate(),
    localTime: local.toPlainTime(),
    skipped,
    afterHolidays: null,
    moved: null,
  };
}

/** The same, but at the start of the slot where it would be later: nobody cancels a meal that was eaten. */
export function notAfterStart(closes: Closes, slot: DeadlineSlot): Closes {
  if (Temporal.PlainDate.compare(closes.localDate, slot.date) < 0) return closes;
  const start = closesOn(slot.date, { kind: "slotStart" }, slot, closes.skipped);
  return Temporal.Instant.compare(closes.at, start.at) <= 0 ? closes : { ...start, moved: closes.moved };
}

/** Closes on the day that a walk over the calendar reached, or tells what the walk lacked. */
export function closesWhere(
  walked: CountedBack,
  then: (date: Temporal.PlainDate, skipped: readonly SkippedDays[]) => Deadline,
): Deadline {
  switch (walked.kind) {
    case "unknown":
      return schoolYearMissing(walked.schoolYear);
    case "noDayCounts":
      return { kind: "unknown", because: { code: "noDayCounts" } };
    case "reached":
      return then(walked.date, walked.skipped);
  }
}

/** A deadline that hangs on a school year which is not known. */
export function schoolYearMissing(schoolYear: string): Deadline {
  return { kind: "unknown", because: { code: "schoolYearMissing", schoolYear } };
}

function timeOf(cutOff: CutOff, slot: DeadlineSlot): Temporal.PlainTime {
  switch (cutOff.kind) {
    case "slotStart":
      return slot.startsAt;
    case "time":
      return cutOff.time;
    case "endOfDay":
      return END_OF_DAY;
  }
}

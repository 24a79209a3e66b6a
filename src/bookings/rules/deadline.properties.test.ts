import fc from "fast-check";
import { expect, test } from "vitest";
import { type DayCalendar, whyNotCounted } from "#kernel";
import { calendarOf } from "../../../test/deadline-readings.ts";
import { anyCutOff, anyNotCounted, anyTime } from "../../../test/any-deadline-rule.ts";
import { deadlineOf } from "./deadline.ts";
import type { Closes } from "./deadline/closing.ts";
import type { DeadlineRule } from "./deadline/deadline-rule.ts";

const FIRST = Temporal.PlainDate.from("2025-09-01");

/**
 * Slots from September 2025 to June 2027: 21 days back at one counted day a week stay within the shipped calendar,
 * which begins in July 2024.
 */
const dates = fc.integer({ min: 0, max: 660 }).map((n) => FIRST.add({ days: n }));
const calendars: fc.Arbitrary<DayCalendar> = fc
  .tuple(
    fc.constantFrom("metropole", "alsace-moselle"),
    fc.array(fc.tuple(dates, fc.integer({ min: 0, max: 9 }))),
  )
  .map(([zone, closures]) =>
    calendarOf(
      zone,
      closures.map(([firstDay, days]) => ({ firstDay, lastDay: firstDay.add({ days }), message: "Travaux" })),
    ),
  );
const cases = fc.record({
  date: dates,
  startsAt: anyTime,
  cutOff: anyCutOff,
  notCounted: anyNotCounted,
  calendar: calendars,
  n: fc.integer({ min: 1, max: 20 }),
});

type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

function closes({ date, startsAt, cutOff, notCounted, calendar }: Case, n: number): Closes {
  const rule: DeadlineRule = { kind: "daysBefore", days: n, cutOff, notCounted };
  const deadline = deadlineOf(rule, { date, startsAt, seasonFirstDay: FIRST }, calendar);
  if (deadline.kind !== "closes") throw new Error(`No instant: ${JSON.stringify(deadline)}`);
  return deadline;
}

function daysBetween(after: Temporal.PlainDate, before: Temporal.PlainDate): Temporal.PlainDate[] {
  return Array.from({ length: after.until(before).days - 1 }, (_, i) => after.add({ days: i + 1 }));
}

test("it is on a day that counts, before the slot's day, with n - 1 counted days between", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const { localDate } = closes(c, c.n);
      expect(Temporal.PlainDate.compare(localDate, c.date)).toBe(-1);
      const counts = (date: Temporal.PlainDate): boolean =>
        whyNotCounted(c.calendar, c.notCounted, date).kind === "counted";
      expect(counts(localDate)).toBe(true);
      expect(daysBetween(localDate, c.date).filter(counts)).toHaveLength(c.n - 1);
    }),
    { numRuns: 300 },
  );
});

test("the days skipped are exactly the days between that do not count, each with its own reason", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const { localDate, skipped } = closes(c, c.n);
      const told = skipped.flatMap(({ first, last, reason }) =>
        [first, ...daysBetween(first, last.add({ days: 1 }))].map((date) => ({
          date: date.toString(),
          reason,
        })),
      );
      const expected = daysBetween(localDate, c.date).flatMap((date) => {
        const verdict = whyNotCounted(c.calendar, c.notCounted, date);
        return verdict.kind === "notCounted" ? [{ date: date.toString(), reason: verdict.reason }] : [];
      });
      expect(told).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test("one day more closes earlier, a later slot never closes before an earlier one", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const compare = (a: Closes, b: Closes): number => Temporal.Instant.compare(a.at, b.at);
      expect(compare(closes(c, c.n + 1), closes(c, c.n))).toBe(-1);
      const nextDay = { ...c, date: c.date.add({ days: 1 }) };
      expect(compare(closes(nextDay, c.n), closes(c, c.n))).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});

test("the instant is the local date and time that it says", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const { at, localDate, localTime } = closes(c, c.n);
      const clock = at.toZonedDateTimeISO("Europe/Paris");
      expect(clock.toPlainDate().equals(localDate)).toBe(true);
      expect(clock.toPlainTime().equals(localTime)).toBe(true);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";

import { parisDateTime } from "#kernel";

import { USUAL_ALERTS } from "./alert-rule.ts";
import { isDue, tellDeadlineAt, tellEmptyWeekAt } from "./alert-times.ts";

const paris = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).toInstant();
const local = (at: Temporal.Instant) => parisDateTime(at).toString({ smallestUnit: "minute" });
// Monday 16 November 2026.
const monday = Temporal.PlainDate.from("2026-11-16");

test.each([
  ["noon of the Friday before", "2026-11-13T12:00", "2026-11-12T18:00"],
  ["Wednesday at midnight", "2026-11-11T23:59:59.999", "2026-11-11T18:00"],
  ["Wednesday evening, with two hours left only", "2026-11-11T20:00", "2026-11-10T18:00"],
  ["exactly three hours after the evening", "2026-11-11T21:00", "2026-11-11T18:00"],
  ["Sunday at midnight", "2026-11-15T23:59", "2026-11-15T18:00"],
  ["in the course of the week itself", "2026-11-17T10:00", "2026-11-15T18:00"],
  ["two weeks before", "2026-11-05T18:00", "2026-11-04T18:00"],
])("an empty week whose first deadline is %s", (_, until, told) => {
  expect(local(tellEmptyWeekAt(monday, paris(until), USUAL_ALERTS))).toBe(told);
});

test.each([
  ["at midnight", "2026-11-09T23:59:59.999", "2026-11-09T12:00"],
  ["in the afternoon", "2026-11-09T14:01", "2026-11-09T12:00"],
  ["at 14 h", "2026-11-09T14:00", "2026-11-08T18:00"],
  ["at noon", "2026-11-09T12:00", "2026-11-08T18:00"],
  ["in the morning", "2026-11-09T07:30", "2026-11-08T18:00"],
])("a deadline that closes %s", (_, until, told) => {
  expect(local(tellDeadlineAt(paris(until), USUAL_ALERTS))).toBe(told);
});

test("whenever it closes, both are told before, with two hours left at least", () => {
  const instants = fc.integer({ min: 0, max: 60 * 24 * 400 });
  fc.assert(
    fc.property(instants, (minutes) => {
      const until = paris("2026-09-01T00:00").add({ minutes });
      const week = parisDateTime(until).toPlainDate();
      const nextMonday = week.add({ days: 8 - week.dayOfWeek });
      for (const told of [
        tellDeadlineAt(until, USUAL_ALERTS),
        tellEmptyWeekAt(nextMonday, until, USUAL_ALERTS),
      ]) {
        expect(Temporal.Instant.compare(told.add({ hours: 2 }), until)).toBeLessThanOrEqual(0);
        expect(isDue(told, until, told)).toBe(true);
        expect(isDue(told, until, told.subtract({ seconds: 1 }))).toBe(false);
        expect(isDue(told, until, until.add({ milliseconds: 1 }))).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

test("an authority sets how long before: the Friday, with a day left; always on the eve", () => {
  const rule = { ...USUAL_ALERTS, weekDays: 3, weekHours: 24, deadlineHours: 12 };
  expect(local(tellEmptyWeekAt(monday, paris("2026-11-15T23:59"), rule))).toBe("2026-11-13T18:00");
  expect(local(tellEmptyWeekAt(monday, paris("2026-11-13T12:00"), rule))).toBe("2026-11-11T18:00");
  expect(local(tellDeadlineAt(paris("2026-11-09T23:59"), rule))).toBe("2026-11-08T18:00");
});

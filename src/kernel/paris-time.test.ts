import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfParisDay, parisDate, parisDateTime, parisInstant, startOfParisDay } from "./paris-time.ts";

const at = (date: string, time: string): string =>
  parisInstant(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time)).toString();

test.each([
  ["2026-11-06", "12:00", "2026-11-06T11:00:00Z"],
  ["2026-07-03", "12:00", "2026-07-03T10:00:00Z"],
  // 29 March 2026: from 2:00 clocks jump to 3:00
  ["2026-03-29", "01:59", "2026-03-29T00:59:00Z"],
  ["2026-03-29", "02:30", "2026-03-29T01:30:00Z"],
  ["2026-03-29", "03:00", "2026-03-29T01:00:00Z"],
  // 25 October 2026: from 3:00 clocks fall back to 2:00
  ["2026-10-25", "01:59", "2026-10-24T23:59:00Z"],
  ["2026-10-25", "02:30", "2026-10-25T01:30:00Z"],
  ["2026-10-25", "03:00", "2026-10-25T02:00:00Z"],
])("%s %s in Paris is %s", (date, time, instant) => expect(at(date, time)).toBe(instant));

test.each([
  ["2026-03-29", 23],
  ["2026-10-25", 25],
  ["2026-11-11", 24],
])("%s lasts %i hours, to the millisecond", (text, hours) => {
  const date = Temporal.PlainDate.from(text);
  const length = endOfParisDay(date).epochMilliseconds - startOfParisDay(date).epochMilliseconds;
  expect(length).toBe(hours * 3_600_000 - 1);
});

test("the date changes at midnight in Paris, not in Greenwich", () => {
  expect(parisDate(Temporal.Instant.from("2026-11-05T22:59:59.999Z")).toString()).toBe("2026-11-05");
  expect(parisDate(Temporal.Instant.from("2026-11-05T23:00:00Z")).toString()).toBe("2026-11-06");
});

test("a date and time come back from their instant, except in the hour that does not exist", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 }), (minutes) => {
      const local = Temporal.PlainDateTime.from("2026-01-01T00:00").add({ minutes });
      fc.pre(!(local.toPlainDate().toString() === "2026-03-29" && local.hour === 2));
      const back = parisDateTime(parisInstant(local.toPlainDate(), local.toPlainTime()));
      expect(back.toString()).toBe(local.toString());
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { easterSunday } from "./easter.ts";

// 2024 to 2027: domain/calendar.md. The others are the extremes and the exceptions of the Gregorian cycle.
test.each([
  "2024-03-31",
  "2025-04-20",
  "2026-04-05",
  "2027-03-28",
  "1818-03-22",
  "1943-04-25",
  "1954-04-18",
  "1981-04-19",
  "2000-04-23",
  "2038-04-25",
  "2049-04-18",
  "2076-04-19",
  "2285-03-22",
])("Easter is on %s", (date) => {
  expect(easterSunday(Number(date.slice(0, 4))).toString()).toBe(date);
});

test("Easter is a Sunday between 22 March and 25 April", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
      const easter = easterSunday(year);
      expect(easter.dayOfWeek).toBe(7);
      expect(easter.toString() >= `${year}-03-22` && easter.toString() <= `${year}-04-25`).toBe(true);
    }),
  );
});

test("Easter follows the full moon of the Church by less than a week", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
      const days = easterSunday(year).since(fullMoon(year)).days;
      expect(days).toBeGreaterThanOrEqual(1);
      expect(days).toBeLessThanOrEqual(7);
    }),
  );
});

/** The paschal full moon of 1900–2199, from the table of golden numbers (an oracle without the computus). */
function fullMoon(year: number): Temporal.PlainDate {
  const table = [45, 34, 23, 42, 31, 49, 39, 28, 47, 36, 25, 44, 33, 22, 41, 30, 48, 38, 27];
  const marchDay = table[year % 19] ?? Number.NaN;
  return new Temporal.PlainDate(year, 3, 1).add({ days: marchDay - 1 });
}

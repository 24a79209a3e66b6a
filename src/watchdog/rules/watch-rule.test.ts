import { describe, expect, test } from "vitest";

import { firstWatchedDay, isJump, lastDayToPoint, lastMonthToIssue, quotientHorizon } from "./watch-rule.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

test("with 3 days, Monday 23 November is told from Thursday 26; the day itself never is", () => {
  expect(lastDayToPoint(day("2026-11-25"), 3).toString()).toBe("2026-11-22");
  expect(lastDayToPoint(day("2026-11-26"), 3).toString()).toBe("2026-11-23");
  expect(lastDayToPoint(day("2026-11-26"), 0).toString()).toBe("2026-11-25");
});

test.each([
  ["2026-11-09", 10, "2026-09"],
  ["2026-11-10", 10, "2026-10"],
  ["2026-11-30", 10, "2026-10"],
  ["2027-01-10", 10, "2026-12"],
  ["2026-11-01", 1, "2026-10"],
])("on %s, with the %sth, months up to %s should be issued", (today, from, month) => {
  expect(lastMonthToIssue(day(today), from).toString()).toBe(month);
});

describe("a total that jumps, with 100 % and 50 €", () => {
  const rule = { percent: 100, cents: 5000 };
  test.each([
    ["doubled and more", 4200, 9500, true],
    ["60 € more of 200 €", 20_000, 26_000, false],
    ["doubled, of a few euros", 1000, 2000, false],
    ["exactly both", 5000, 10_000, true],
    ["fell by half", 20_000, 10_000, false],
    ["fell to nothing", 8000, 0, true],
    ["a few euros, then nothing", 4900, 0, false],
    ["given back more than charged", 8000, -100, true],
    ["nothing before", 0, 9000, false],
  ])("%s: %i then %i", (_what, before, now, told) => {
    expect(isJump({ before, now }, rule)).toBe(told);
  });
});

test("a quotient that ends on 31 January is told from 2 January, with 30 days", () => {
  // Told once its last day is before the horizon.
  expect(quotientHorizon(day("2027-01-01"), 30).toString()).toBe("2027-01-31");
  expect(quotientHorizon(day("2027-01-02"), 30).toString()).toBe("2027-02-01");
});

test("a watch looks a year back, by whole months", () => {
  expect(firstWatchedDay(day("2026-11-30")).toString()).toBe("2025-11-01");
});

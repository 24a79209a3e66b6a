import { expect, test } from "vitest";

import {
  daysOfSpan,
  monthsOfSpan,
  spanQuery,
  stepOf,
  weeksOfSpan,
  type PlanningSpan,
} from "./planning-span.ts";

const month = (text: string): PlanningSpan => ({ kind: "month", month: Temporal.PlainYearMonth.from(text) });
const week = (text: string): PlanningSpan => ({ kind: "week", monday: Temporal.PlainDate.from(text) });

test.each([
  ["a month", month("2026-11"), "2026-11-01", "2026-11-30", "mois=2026-11", ["2026-11"], 6],
  ["February of a leap year", month("2028-02"), "2028-02-01", "2028-02-29", "mois=2028-02", ["2028-02"], 5],
  ["a week", week("2026-11-09"), "2026-11-09", "2026-11-15", "semaine=2026-11-09", ["2026-11"], 1],
  [
    "a week of two months and two years",
    week("2026-12-28"),
    "2026-12-28",
    "2027-01-03",
    "semaine=2026-12-28",
    ["2026-12", "2027-01"],
    1,
  ],
])("%s", (_, span, first, last, query, months, weeks) => {
  expect(daysOfSpan(span).first.toString()).toBe(first);
  expect(daysOfSpan(span).last.toString()).toBe(last);
  expect(spanQuery(span)).toBe(query);
  expect(monthsOfSpan(span).map(String)).toEqual(months);
  expect(weeksOfSpan(span)).toHaveLength(weeks);
});

test("steps lead over the turn of the year, and back", () => {
  expect(spanQuery(stepOf(week("2026-12-28"), 1))).toBe("semaine=2027-01-04");
  expect(spanQuery(stepOf(month("2027-01"), -1))).toBe("mois=2026-12");
});

import { expect, test } from "vitest";

import { parisDate } from "#kernel";

import { absenceAct } from "./absence.ts";

// Thursday 12 November 2026; its deadline is Tuesday 10 at 12 h in Paris.
const place = {
  date: Temporal.PlainDate.from("2026-11-12"),
  cancelUntil: Temporal.Instant.from("2026-11-10T11:00:00Z"),
};

test.each([
  ["nine days before", "2026-11-03T08:00:00Z", null],
  ["a week before", "2026-11-05T08:00:00Z", "cancel"],
  ["at the deadline", "2026-11-10T11:00:00Z", "cancel"],
  ["a millisecond after", "2026-11-10T11:00:00.001Z", "say-absent"],
  ["that morning", "2026-11-12T06:40:00Z", "say-absent"],
  ["that evening, at 23 h 59 in Paris", "2026-11-12T22:59:00Z", "say-absent"],
  ["the day after, at midnight in Paris", "2026-11-12T23:00:00Z", null],
] as const)("%s", (_, at, act) => {
  const now = Temporal.Instant.from(at);
  expect(absenceAct(place, now, parisDate(now))).toBe(act);
});

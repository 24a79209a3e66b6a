import { expect, test } from "vitest";

import { isSeenAgain, sessionEnds, sessionLimits } from "./session-limits.ts";

const now = Temporal.Instant.from("2026-11-12T08:00:00Z");

test.each([
  ["family", "2026-11-26T08:00:00Z", "2027-01-11T08:00:00Z"],
  ["agent", "2026-11-12T20:00:00Z", "2026-11-19T08:00:00Z"],
] as const)("a session of %s, unused, ends at %s, used, at %s", (who, idleUntil, expiresAt) => {
  const ends = sessionEnds(sessionLimits[who], now);
  expect(ends.idleUntil.toString()).toBe(idleUntil);
  expect(ends.expiresAt.toString()).toBe(expiresAt);
});

test("the last use is written after five minutes, not before", () => {
  expect(isSeenAgain(now, now.add({ minutes: 4, seconds: 59 }))).toBe(false);
  expect(isSeenAgain(now, now.add({ minutes: 5 }))).toBe(true);
});

import { expect, test } from "vitest";

import { isMorningDue } from "./morning-due.ts";

const at = (text: string) => Temporal.Instant.from(text);

test.each([
  ["its hour has come", "2026-11-16T04:10:00Z", "2026-11-17T04:10:00Z", true],
  ["not yet", "2026-11-16T04:10:00Z", "2026-11-17T04:09:59Z", false],
  ["missed, and caught up", "2026-11-16T04:10:00Z", "2026-11-17T08:10:00Z", true],
  ["done at its hour", "2026-11-17T04:10:02Z", "2026-11-17T08:10:00Z", false],
  ["caught up already", "2026-11-17T08:10:01Z", "2026-11-17T08:20:00Z", false],
  ["several were missed", "2026-11-12T04:10:00Z", "2026-11-17T20:50:00Z", true],
  ["an agent's night", "2026-11-17T08:10:00Z", "2026-11-18T00:30:00Z", false],
  ["never looked", null, "2026-11-17T08:10:00Z", true],
] as const)("the morning is due: %s", (_, last, now, due) => {
  expect(isMorningDue(last === null ? null : at(last), at(now))).toBe(due);
});

import { expect, test } from "vitest";

import { nextAttempt } from "./next-attempt.ts";

const monday = Temporal.Instant.from("2026-11-09T10:00:00Z");

test.each([
  [1, "2026-11-09T10:01:00Z"],
  [2, "2026-11-09T10:02:00Z"],
  [3, "2026-11-09T10:04:00Z"],
  [9, "2026-11-09T14:16:00Z"],
  [10, "2026-11-09T16:00:00Z"],
  [16, "2026-11-09T16:00:00Z"],
])("after %i attempts the next is at %s", (attempts, expected) => {
  expect(nextAttempt(attempts, monday)?.toString()).toBe(expected);
});

test("seventeen attempts are the last, two days after the first", () => {
  const times = [monday];
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttempt(attempts, times.at(-1) ?? monday);
    if (next === undefined) break;
    times.push(next);
  }
  expect(times).toHaveLength(17);
  expect(times.at(-1)?.toString()).toBe("2026-11-11T12:31:00Z");
});

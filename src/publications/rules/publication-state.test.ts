import { expect, test } from "vitest";

import { allows, stateOf } from "./publication-state.ts";

const now = Temporal.Instant.from("2026-12-01T09:00:00Z");
const at = (hours: number) => now.add({ hours });

test.each([
  [null, null, "draft"],
  [at(1), null, "scheduled"],
  [at(0), null, "published"],
  [at(-1), null, "published"],
  [at(-2), at(-1), "withdrawn"],
] as const)("published %s, withdrawn %s: %s", (publishAt, withdrawnAt, state) => {
  expect(stateOf({ publishAt, withdrawnAt }, now)).toBe(state);
});

test("what was withdrawn stays so, and what is public is not put off", () => {
  expect(allows("withdrawn", "change")).toBe(false);
  expect(allows("published", "schedule")).toBe(false);
  expect(allows("published", "change")).toBe(true);
});

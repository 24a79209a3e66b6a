import { expect, test } from "vitest";

import { nextWorkingDay } from "./working-day.ts";

test.each([
  ["2026-11-11", "2026-11-12"],
  ["2026-11-10", "2026-11-12"],
  ["2026-11-13", "2026-11-16"],
  ["2026-12-31", "2027-01-04"],
])("paid on %s, it holds from %s", (paid, from) => {
  expect(nextWorkingDay(Temporal.PlainDate.from(paid)).toString()).toBe(from);
});

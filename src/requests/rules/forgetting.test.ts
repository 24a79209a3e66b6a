import { expect, test } from "vitest";

import { forgottenBefore } from "./forgetting.ts";

test.each([
  ["2026-12-10", "2026-09-01"],
  ["2027-08-31", "2026-09-01"],
  ["2027-09-01", "2027-09-01"],
])("on %s, what was decided before %s is forgotten", (today, before) => {
  expect(forgottenBefore(Temporal.PlainDate.from(today)).toString()).toBe(before);
});

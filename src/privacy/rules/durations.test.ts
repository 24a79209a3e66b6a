import { expect, test } from "vitest";

import { durationNames, DURATIONS, goesBefore } from "./durations.ts";

const on = (day: string) => Temporal.PlainDate.from(day);

test.each([
  // At the end of the school year, at once.
  ["health", 0, "2027-08-31", "2026-09-01"],
  ["health", 0, "2027-09-01", "2027-09-01"],
  // Two months later.
  ["health", 2, "2027-10-31", "2026-09-01"],
  ["health", 2, "2027-11-01", "2027-09-01"],
  ["persons", 0, "2026-12-01", "2026-09-01"],
  ["requests", 12, "2027-12-10", "2026-12-10"],
  // The last of February, not the third of March.
  ["messages", 6, "2027-08-31", "2027-02-28"],
  ["files", 24, "2028-02-29", "2026-02-28"],
] as const)("%s kept %i months: on %s, what is before %s goes", (duration, months, today, before) => {
  expect(goesBefore(duration, months, on(today))?.toString()).toBe(before);
});

test("what nobody has chosen is never too old, and what is proposed may be chosen", () => {
  for (const name of durationNames) {
    expect(goesBefore(name, null, on("2099-01-01"))).toBeNull();
    const { least, most, proposed } = DURATIONS[name];
    expect(proposed >= least && proposed <= most).toBe(true);
  }
});

import { expect, test } from "vitest";

import { silenceNearness, silenceOn, suspendedDays } from "./silence.ts";
import { unpublishable } from "./unpublishable.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  ["accepted", 2, "2026-12-01", null, 0, "2027-02-01"],
  ["refused", 2, "2026-12-01", null, 0, "2027-02-01"],
  // Asked on the 10th, complete on the 20th.
  ["accepted", 2, "2026-12-01", "2026-12-20", 10, "2027-02-20"],
  ["refused", 2, "2026-12-01", "2026-12-20", 10, "2027-02-11"],
  // A month that has no such day ends on its last.
  ["accepted", 2, "2026-12-31", null, 0, "2027-02-28"],
  ["refused", 1, "2026-01-31", "2026-02-10", 3, "2026-03-03"],
] as const)(
  "%s after %i months from %s, complete on %s: %s",
  (silence, months, from, complete, waited, on) => {
    const facts = {
      submittedOn: day(from),
      completedOn: complete === null ? null : day(complete),
      waitedDays: waited,
    };
    expect(silenceOn({ silence, months }, facts).toString()).toBe(on);
  },
);

test.each([
  ["2026-12-10", "2026-12-20", null, 10],
  ["2026-12-10", "2026-12-20", "2026-12-24", 10],
  // Too late: the delay ran on again from the day that was given.
  ["2026-12-10", "2026-12-30", "2026-12-24", 14],
  ["2026-12-10", "2026-12-10", "2026-12-24", 0],
] as const)(
  "asked on %s, complete on %s, before %s: the delay stood still for %i days",
  (asked, complete, by, days) => {
    expect(suspendedDays(day(asked), day(complete), by === null ? null : day(by))).toBe(days);
  },
);

test.each([
  ["2026-12-16", "far"],
  ["2026-12-15", "near"],
  ["2026-11-30", "near"],
  ["2026-11-29", "past"],
] as const)("on 30 November, silence on %s is %s", (on, nearness) => {
  expect(silenceNearness(day(on), day("2026-11-30"))).toBe(nearness);
});

const whole = {
  department: "Service enfance",
  departmentAddress: "80120 Rue",
  departmentEmail: "enfance@exemple.fr",
  departmentPhone: "0353018010",
  silence: "accepted",
  silenceMonths: 2,
  expectedDays: 15,
  appeal: "Le tribunal.",
} as const;

test("a kind says all that the law wants before it is published, whichever is missing", () => {
  expect(unpublishable(whole)).toEqual([]);
  for (const name of [
    "department",
    "departmentAddress",
    "departmentEmail",
    "departmentPhone",
    "appeal",
  ] as const)
    expect(unpublishable({ ...whole, [name]: "" })).toEqual([name]);
  for (const name of ["silence", "silenceMonths", "expectedDays"] as const)
    expect(unpublishable({ ...whole, [name]: null })).toEqual([name]);
});

import { expect, test } from "vitest";

import { closing, lastWeek, SCHOOL, WEEKEND, WORKING } from "../../../test/closing-time.ts";

const ASCENSION: readonly (readonly [onDayOff: string, notCounted: readonly string[], closes: string])[] = [
  ["back", WORKING, "2027-05-05 10:00"],
  ["forward", WORKING, "2027-05-07 10:00"],
  // The bridge does not count either: the Monday of the slot itself.
  ["forward", SCHOOL, "2027-05-10 10:00"],
  ["stays", WORKING, "2027-05-06 10:00"],
];

test.each(ASCENSION)(
  "Thursday of the week before 10 May 2027 is Ascension: %s, %j not counted, is %s",
  (onDayOff, notCounted, closes) => {
    expect(closing({ ...lastWeek("thursday", "10:00"), onDayOff, notCounted }, "2027-05-10")).toBe(closes);
  },
);

test("moved forward, a cut-off stops at the start of the slot", () => {
  // Friday 8 May 2026 and the week-end do not count; Monday at 14 h is after the meal.
  expect(closing({ ...lastWeek("friday", "14:00"), onDayOff: "forward" }, "2026-05-11")).toBe(
    "2026-05-11 12:00",
  );
});

test.each([
  // Sunday 29 March 2026 has 23 hours, Sunday 25 October has 25: the clock on the wall is what counts.
  ["2026-03-30", 24, [], "2026-03-29 12:00"],
  ["2026-03-30", 48, [], "2026-03-28 12:00"],
  ["2026-10-26", 24, [], "2026-10-25 12:00"],
  ["2026-10-26", 48, [], "2026-10-24 12:00"],
  ["2026-03-30", 48, WEEKEND, "2026-03-26 12:00"],
  ["2026-10-26", 33, WEEKEND, "2026-10-23 03:00"],
  // The hour that does not exist and the one that exists twice are read late.
  ["2026-03-29 12:30", 10, [], "2026-03-29 03:30"],
  ["2026-10-25 12:30", 10, [], "2026-10-25 02:30"],
  ["2026-09-14", 12, [], "2026-09-14"],
  ["2026-09-14", 0, WEEKEND, "2026-09-14 12:00"],
  ["2026-09-14", 36, [], "2026-09-13"],
  // A Saturday that does not count: from its midnight.
  ["2026-09-12", 24, WEEKEND, "2026-09-11"],
  ["2026-09-12", 0, WEEKEND, "2026-09-12"],
])("%s, %d hours before, %j not counted: %s", (slot, hours, notCounted, closes) => {
  const at = closes.length === 10 ? `${closes} 00:00` : closes;
  expect(closing({ kind: "hoursBefore", hours, notCounted }, slot)).toBe(at);
});

test.each([
  ["2026-11-02", "2026-10-30 10:00"],
  ["2026-11-06", "2026-10-30 10:00"],
  ["2026-11-09", "2026-11-05 10:00"],
  // Monday 31 August 2026 is still the holidays; school returns on Tuesday.
  ["2026-08-31", "2026-08-27 10:00"],
  ["2026-09-01", "2026-08-28 10:00"],
  ["2026-09-04", "2026-08-28 10:00"],
  ["2027-09-02", "schoolYearMissing"],
])("the week of the return, Friday 10 h instead of Thursday: %s closes at %s", (slot, closes) => {
  const friday = { ...lastWeek("friday", "10:00"), onDayOff: "stays" };
  const rule = { ...lastWeek("thursday", "10:00"), afterHolidays: { slots: "firstWeek", rule: friday } };
  expect(closing(rule, slot)).toBe(closes);
});

import { describe, expect, test } from "vitest";
import { SCHOOL_DAYS, WEEKENDS_AND_HOLIDAYS, calendarOf } from "../../test/deadline-readings.ts";
import { countBack } from "./count-back.ts";
import { type NotCounted, whyNotCounted } from "./working-days.ts";

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const EVERYTHING: NotCounted = { ...SCHOOL_DAYS, weekdays: [1, 3, 4, 5], closures: true };
const NOTHING: NotCounted = {
  saturdays: false,
  sundays: false,
  publicHolidays: false,
  weekdays: [],
  schoolHolidays: false,
  closures: false,
};

const works = { firstDay: date("2026-11-09"), lastDay: date("2026-11-15"), message: "Travaux" };
const strike = { firstDay: date("2026-11-13"), lastDay: date("2026-11-13"), message: "Grève" };
const calendar = calendarOf("metropole", [works, strike]);

function why(day: string, notCounted: NotCounted): string {
  const verdict = whyNotCounted(calendar, notCounted, date(day));
  return verdict.kind === "notCounted" ? verdict.reason.kind : verdict.kind;
}

describe("why a day does not count", () => {
  test.each([
    // one reason, and the same day where that setting is off
    ["2026-11-11", { publicHolidays: true }, "publicHoliday"],
    ["2026-11-14", { saturdays: true }, "weekend"],
    ["2026-11-15", { saturdays: true }, "counted"],
    ["2026-11-15", { sundays: true }, "weekend"],
    ["2026-11-18", { weekdays: [3] }, "weekday"],
    ["2026-11-12", { closures: true }, "closure"],
    ["2026-05-15", { publicHolidays: true }, "counted"],
    ["2026-05-15", { schoolHolidays: true }, "schoolHoliday"],
    ["2026-12-23", { schoolHolidays: true }, "schoolHoliday"],
  ])("%s with %j: %s", (day, setting, expected) => {
    expect(why(day, { ...NOTHING, ...setting })).toBe(expected);
    expect(why(day, NOTHING)).toBe("counted");
  });

  test.each([
    // Christmas, a Friday, within the holidays
    ["2026-12-25", "schoolHoliday"],
    // 11 November, a Wednesday, within the works
    ["2026-11-11", "publicHoliday"],
    ["2026-11-14", "closure"],
    ["2026-11-22", "weekend"],
    ["2026-11-18", "weekday"],
    ["2026-11-17", "counted"],
  ])("%s has several reasons: %s is told", (day, expected) => expect(why(day, EVERYTHING)).toBe(expected));

  test("of two closures on a day, the one entered first", () => {
    const verdict = whyNotCounted(calendar, { ...NOTHING, closures: true }, date("2026-11-13"));
    expect(verdict).toEqual({ kind: "notCounted", reason: { kind: "closure", closure: works } });
  });

  test("an unknown school day is unknown only when no other reason is enough", () => {
    expect(why("2027-09-01", SCHOOL_DAYS)).toBe("weekday");
    expect(why("2027-09-02", SCHOOL_DAYS)).toBe("unknown");
    expect(why("2027-09-05", SCHOOL_DAYS)).toBe("weekend");
    expect(why("2027-11-11", SCHOOL_DAYS)).toBe("publicHoliday");
    expect(why("2027-09-02", WEEKENDS_AND_HOLIDAYS)).toBe("counted");
  });
});

test("the days skipped are grouped by reason, in the order of the calendar", () => {
  const back = countBack(calendarOf(), WEEKENDS_AND_HOLIDAYS, date("2026-04-07"), 1);
  if (back.kind !== "reached") throw new Error("the calendar is known");
  expect(back.date.toString()).toBe("2026-04-03");
  expect(back.skipped.map(({ first, last, reason }) => `${first} ${last} ${reason.kind}`)).toEqual([
    "2026-04-04 2026-04-05 weekend",
    "2026-04-06 2026-04-06 publicHoliday",
  ]);
});

test("many weeks back are walked through, a year without a day is not", () => {
  const thursdays = { ...WEEKENDS_AND_HOLIDAYS, publicHolidays: false, weekdays: [1, 2, 3, 5] };
  const back = countBack(calendarOf(), thursdays, date("2026-11-12"), 100);
  expect(back.kind === "reached" && back.date.toString()).toBe("2024-12-12");
  const none = { ...thursdays, weekdays: [1, 2, 3, 4, 5] };
  expect(countBack(calendarOf(), none, date("2026-11-12"), 1)).toEqual({ kind: "noDayCounts" });
});

test("two closures side by side stay two", () => {
  const monday = { firstDay: date("2026-09-07"), lastDay: date("2026-09-08"), message: "Travaux" };
  const wednesday = { firstDay: date("2026-09-09"), lastDay: date("2026-09-10"), message: "Grève" };
  const closed = calendarOf("metropole", [monday, wednesday]);
  const back = countBack(closed, { ...NOTHING, closures: true }, date("2026-09-11"), 1);
  expect(back.kind === "reached" && back.skipped.map(({ first, last }) => `${first} ${last}`)).toEqual([
    "2026-09-07 2026-09-08",
    "2026-09-09 2026-09-10",
  ]);
});

import { describe, expect, test } from "vitest";
import type { NotCounted } from "#kernel";

import { SCHOOL_DAYS, WEEKENDS_AND_HOLIDAYS, calendarOf } from "../../../test/deadline-readings.ts";
import { deadlineOf, isInTime } from "./deadline.ts";
import type { Deadline } from "./deadline/closing.ts";
import type { DaysBeforeRule, DeadlineSlot } from "./deadline/deadline-rule.ts";

const NOON = Temporal.PlainTime.from("12:00");

const literal: DaysBeforeRule = {
  kind: "daysBefore",
  days: 1,
  cutOff: { kind: "slotStart" },
  notCounted: WEEKENDS_AND_HOLIDAYS,
};
const endOfDay: DaysBeforeRule = { ...literal, cutOff: { kind: "endOfDay" } };
const schoolDay: DaysBeforeRule = {
  ...literal,
  cutOff: { kind: "time", time: NOON },
  notCounted: SCHOOL_DAYS,
};

const meal = (date: string): DeadlineSlot => ({
  date: Temporal.PlainDate.from(date),
  startsAt: NOON,
  seasonFirstDay: Temporal.PlainDate.from("2025-09-01"),
});

function closing(deadline: Deadline): string {
  if (deadline.kind !== "closes")
    return JSON.stringify(deadline.kind === "never" ? "never" : deadline.because);
  return `${deadline.localDate} ${deadline.localTime}`;
}

/** domain/calendar.md § 5.3, every row: meal, closing day in the readings B and C, closing day in F. */
const READINGS = [
  ["2026-09-14", "2026-09-11", "2026-09-11"],
  ["2026-09-17", "2026-09-16", "2026-09-15"],
  ["2026-04-07", "2026-04-03", "2026-04-03"],
  ["2025-04-22", "2025-04-18", "2025-04-04"],
  ["2025-05-02", "2025-04-30", "2025-04-29"],
  ["2026-05-04", "2026-04-30", "2026-04-30"],
  ["2025-05-09", "2025-05-07", "2025-05-06"],
  ["2026-05-11", "2026-05-07", "2026-05-07"],
  ["2026-05-12", "2026-05-11", "2026-05-11"],
  ["2026-05-18", "2026-05-15", "2026-05-12"],
  ["2026-05-26", "2026-05-22", "2026-05-22"],
  ["2026-11-12", "2026-11-10", "2026-11-10"],
  ["2027-05-10", "2027-05-07", "2027-05-04"],
  ["2026-09-01", "2026-08-31", "2026-07-03"],
  ["2026-01-05", "2026-01-02", "2025-12-19"],
] as const;

describe.each(READINGS)("the meal of %s", (date, literalDay, schoolClosingDay) => {
  const calendar = calendarOf();

  test(`literal: ${literalDay} at 12:00`, () => {
    expect(closing(deadlineOf(literal, meal(date), calendar))).toBe(`${literalDay} 12:00:00`);
  });
  test(`end of day: ${literalDay} at 23:59:59.999`, () => {
    expect(closing(deadlineOf(endOfDay, meal(date), calendar))).toBe(`${literalDay} 23:59:59.999`);
  });
  test(`school day: ${schoolClosingDay} at 12:00`, () => {
    expect(closing(deadlineOf(schoolDay, meal(date), calendar))).toBe(`${schoolClosingDay} 12:00:00`);
  });
});

/** domain/rules.md « Deadlines around holidays »: J-1, J-2, J-3, week-ends and public holidays removed. */
test.each([
  ["2026-11-09", ["2026-11-06", "2026-11-05", "2026-11-04"]],
  ["2026-11-12", ["2026-11-10", "2026-11-09", "2026-11-06"]],
  ["2027-03-30", ["2027-03-26", "2027-03-25", "2027-03-24"]],
  ["2027-05-07", ["2027-05-05", "2027-05-04", "2027-05-03"]],
  ["2027-05-10", ["2027-05-07", "2027-05-05", "2027-05-04"]],
  ["2027-05-18", ["2027-05-14", "2027-05-13", "2027-05-12"]],
])("one, two and three working days before %s", (date, expected) => {
  const found = [1, 2, 3].map((n) =>
    closing(deadlineOf({ ...literal, days: n }, meal(date), calendarOf())).slice(0, 10),
  );
  expect(found).toEqual(expected);
});

test.each([
  // Good Friday, 3 April 2026, then Easter Monday
  ["2026-04-07", "2026-04-03", "2026-04-02"],
  // 26 December 2025 is a Friday
  ["2025-12-29", "2025-12-26", "2025-12-24"],
  // Good Friday, 26 March 2027
  ["2027-03-30", "2027-03-26", "2027-03-25"],
  // nothing differs on other days
  ["2026-11-12", "2026-11-10", "2026-11-10"],
])("%s: %s in métropole, %s in Alsace-Moselle", (date, metropole, alsace) => {
  const day = (zone: "metropole" | "alsace-moselle"): string =>
    closing(deadlineOf(literal, meal(date), calendarOf(zone))).slice(0, 10);
  expect([day("metropole"), day("alsace-moselle")]).toEqual([metropole, alsace]);
});

describe("the clock on the wall, when it changes", () => {
  test.each([
    // 29 March 2026: Monday's meal is 10:00 UTC, Friday's noon was 11:00 UTC
    ["2026-03-30", "2026-03-27T11:00:00Z", 71],
    // 25 October 2026: Monday's meal is 11:00 UTC, Friday's noon was 10:00 UTC
    ["2026-10-26", "2026-10-23T10:00:00Z", 73],
    ["2026-09-14", "2026-09-11T10:00:00Z", 72],
  ])("the meal of %s closes at %s", (date, instant, hoursBefore) => {
    const deadline = deadlineOf(literal, meal(date), calendarOf());
    if (deadline.kind !== "closes") throw new Error("the calendar is known");
    expect(deadline.at.toString()).toBe(instant);
    const start = Temporal.PlainDate.from(date).toZonedDateTime({
      timeZone: "Europe/Paris",
      plainTime: NOON,
    });
    expect(start.toInstant().since(deadline.at).total("hours")).toBe(hoursBefore);
  });

  const sundayNight: DaysBeforeRule = {
    ...literal,
    cutOff: { kind: "time", time: Temporal.PlainTime.from("02:30") },
    notCounted: { ...WEEKENDS_AND_HOLIDAYS, saturdays: false, sundays: false },
  };
  test.each([
    ["2026-03-30", "2026-03-29 03:30:00", "2026-03-29T01:30:00Z"],
    ["2026-10-26", "2026-10-25 02:30:00", "2026-10-25T01:30:00Z"],
  ])("half past two on the night of the change before %s: %s, the later reading", (date, local, instant) => {
    const deadline = deadlineOf(sundayNight, meal(date), calendarOf());
    expect(closing(deadline)).toBe(local);
    expect(deadline.kind === "closes" && deadline.at.toString()).toBe(instant);
  });
});

describe("settings", () => {
  test("zero days before is the day itself, even one that does not count", () => {
    const sameDay: DaysBeforeRule = {
      ...literal,
      days: 0,
      cutOff: { kind: "time", time: Temporal.PlainTime.from("07:00") },
    };
    expect(closing(deadlineOf(sameDay, meal("2026-11-11"), calendarOf()))).toBe("2026-11-11 07:00:00");
  });

  test("Sundays alone (La Tessoualle): Tuesday's meal closes on Saturday, two days before", () => {
    const sundays: DaysBeforeRule = {
      ...endOfDay,
      days: 2,
      notCounted: { ...WEEKENDS_AND_HOLIDAYS, saturdays: false },
    };
    expect(closing(deadlineOf(sundays, meal("2026-09-15"), calendarOf()))).toBe("2026-09-12 23:59:59.999");
  });

  test("a closure counts unless the setting says otherwise", () => {
    const strike = { firstDay: meal("2026-09-10").date, lastDay: meal("2026-09-11").date, message: "Grève" };
    const calendar = calendarOf("metropole", [strike]);
    expect(closing(deadlineOf(literal, meal("2026-09-14"), calendar))).toBe("2026-09-11 12:00:00");
    const skipping = { ...literal, notCounted: { ...WEEKENDS_AND_HOLIDAYS, closures: true } };
    expect(closing(deadlineOf(skipping, meal("2026-09-14"), calendar))).toBe("2026-09-09 12:00:00");
  });

  test("what the calendar does not say is unknown, and named", () => {
    expect(closing(deadlineOf(schoolDay, meal("2027-09-02"), calendarOf()))).toBe(
      '{"code":"schoolYearMissing","schoolYear":"2027-2028"}',
    );
    expect(closing(deadlineOf(literal, meal("2027-09-02"), calendarOf()))).toBe("2027-09-01 12:00:00");
  });

  test("a setting that leaves no day says so instead of searching for ever", () => {
    const none = { ...literal, notCounted: { ...WEEKENDS_AND_HOLIDAYS, weekdays: [1, 2, 3, 4, 5] } };
    expect(closing(deadlineOf(none, meal("2026-09-14"), calendarOf()))).toBe('{"code":"noDayCounts"}');
  });

  test.each([-1, 0.5, Number.NaN])("%d working days before is refused", (days) => {
    expect(() => deadlineOf({ ...literal, days }, meal("2026-09-14"), calendarOf())).toThrow(RangeError);
  });
});

test("an act is in time at the closing instant and not a nanosecond later", () => {
  const noon = Temporal.Instant.from("2026-11-06T11:00:00Z");
  expect(isInTime(noon, noon.subtract({ nanoseconds: 1 }))).toBe(true);
  expect(isInTime(noon, noon)).toBe(true);
  expect(isInTime(noon, noon.add({ nanoseconds: 1 }))).toBe(false);
});

test("a Saturday's slot at the edge of the holidays closes when it begins, not on the Sunday that follows it", () => {
  // The Christmas holidays of 2025 begin on Saturday 20 December; their first working day is Monday 22.
  const saturday: DeadlineSlot = { ...meal("2025-12-20"), startsAt: Temporal.PlainTime.from("09:00") };
  const rule = { kind: "clearDays", days: 0, before: "holidays", at: { kind: "time", time: NOON } } as const;
  const NONE_LEFT_OUT: NotCounted = {
    ...WEEKENDS_AND_HOLIDAYS,
    saturdays: false,
    sundays: false,
    publicHolidays: false,
  };
  expect(closing(deadlineOf({ ...rule, notCounted: WEEKENDS_AND_HOLIDAYS }, saturday, calendarOf()))).toBe(
    "2025-12-19 12:00:00",
  );
  expect(closing(deadlineOf({ ...rule, notCounted: NONE_LEFT_OUT }, saturday, calendarOf()))).toBe(
    "2025-12-20 09:00:00",
  );
});

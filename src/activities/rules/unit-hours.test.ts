import { describe, expect, test } from "vitest";

import { hoursFrom, hoursOn, type HoursOfUnit, type UnitHours } from "./unit-hours.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const hours = (from: string, to: string, hourStep: UnitHours["hourStep"]): UnitHours => ({
  startsAt: Temporal.PlainTime.from(from),
  endsAt: Temporal.PlainTime.from(to),
  hourStep,
});

const evening: HoursOfUnit = { ...hours("16:30", "18:30", 30), laterHours: [] };
const quarters = hours("16:30", "19:00", 15);

/** A day's hours, as « 16:30-18:30/30 ». */
const said = (unit: HoursOfUnit, date: string) => {
  const { startsAt, endsAt, hourStep } = hoursOn(unit, day(date));
  const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: "minute" });
  return `${clock(startsAt)}-${clock(endsAt)}/${String(hourStep)}`;
};

describe("hours from a day on", () => {
  const changed = hoursFrom(evening, quarters, day("2027-01-04"));

  test("days before keep theirs", () => {
    expect(said(changed, "2026-12-18")).toBe("16:30-18:30/30");
    expect(said(changed, "2027-01-03")).toBe("16:30-18:30/30");
    expect(said(changed, "2027-01-04")).toBe("16:30-19:00/15");
    expect(said(changed, "2027-06-01")).toBe("16:30-19:00/15");
  });

  test("the same hours twice change nothing, on that day or later", () => {
    expect(hoursFrom(changed, quarters, day("2027-01-04"))).toEqual(changed);
    expect(hoursFrom(changed, quarters, day("2027-02-01"))).toEqual(changed);
    expect(hoursFrom(evening, evening, day("2026-09-01")).laterHours).toEqual([]);
  });

  test("a change that begins earlier takes the place of one that was to come", () => {
    const own = hours("16:45", "18:30", null);
    const earlier = hoursFrom(changed, own, day("2026-12-01"));
    expect(said(earlier, "2026-11-30")).toBe("16:30-18:30/30");
    expect(said(earlier, "2027-01-04")).toBe("16:45-18:30/null");
    expect(earlier.laterHours).toHaveLength(1);
  });

  test("back to the first hours: the days between keep the others", () => {
    const back = hoursFrom(changed, hours("16:30", "18:30", 30), day("2027-03-01"));
    expect(said(back, "2027-02-01")).toBe("16:30-19:00/15");
    expect(said(back, "2027-03-01")).toBe("16:30-18:30/30");
  });
});

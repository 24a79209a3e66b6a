import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type SchoolPeriod,
  schoolCalendar,
  schoolCalendarKnownUntil,
  schoolDayOn,
  schoolYearOf,
  yearOfSchoolPeriod,
} from "./school-calendar.ts";
import { schoolPeriodName } from "./school-period-names.ts";
import { ZONE_B } from "../../test/zone-b.ts";

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const zoneB = schoolCalendar(ZONE_B);

function say(calendar: typeof zoneB, day: string): string {
  const found = schoolDayOn(calendar, date(day));
  if (found.kind === "off") return schoolPeriodName(found.period);
  return found.kind === "unknown" ? `unknown ${found.schoolYear}` : found.kind;
}

describe("zone B as shipped", () => {
  test.each([
    ["2024-07-05", "unknown 2023-2024"],
    ["2024-07-06", "vacances d’été"],
    ["2024-09-01", "vacances d’été"],
    ["2024-09-02", "school"],
    ["2025-04-21", "vacances de printemps"],
    ["2025-04-22", "school"],
    ["2026-05-14", "school"],
    ["2026-05-15", "pont de l’Ascension"],
    ["2026-05-17", "school"],
    ["2026-08-31", "vacances d’été"],
    ["2026-09-01", "school"],
    ["2026-10-17", "vacances de la Toussaint"],
    ["2026-11-02", "school"],
    ["2027-02-20", "vacances d’hiver"],
    ["2027-07-02", "school"],
    ["2027-07-03", "vacances d’été"],
    ["2027-07-04", "unknown 2027-2028"],
    ["2027-09-01", "unknown 2027-2028"],
    ["2028-03-01", "unknown 2027-2028"],
    ["2028-09-01", "unknown 2028-2029"],
  ])("%s: %s", (day, words) => expect(say(zoneB, day)).toBe(words));

  test("it is known until the first day of summer 2027", () => {
    expect(schoolCalendarKnownUntil(zoneB)?.toString()).toBe("2027-07-03");
  });

  test.each([
    ["2026-07-03", "2025-2026"],
    ["2026-07-04", "2026-2027"],
    ["2027-01-15", "2026-2027"],
    ["2028-07-20", "2027-2028"],
    ["2028-09-01", "2028-2029"],
  ])("%s is in the school year %s", (day, year) => expect(schoolYearOf(zoneB, date(day))).toBe(year));

  test("the dates of a period say its school year", () => {
    for (const period of ZONE_B) expect(yearOfSchoolPeriod(period)).toBe(period.schoolYear);
  });
});

describe("what is missing is never invented", () => {
  const without = (drop: (period: SchoolPeriod) => boolean): typeof zoneB =>
    schoolCalendar(ZONE_B.filter((period) => !drop(period)));

  test("an empty calendar knows nothing", () => {
    const empty = schoolCalendar([]);
    expect(schoolCalendarKnownUntil(empty)).toBeUndefined();
    expect(say(empty, "2026-11-12")).toBe("unknown 2026-2027");
  });

  test("a year without the start of the next summer is not complete", () => {
    const open = without((p) => p.firstDayOff.year === 2027 && p.label === "Été");
    expect(say(open, "2027-06-01")).toBe("unknown 2026-2027");
    expect(say(open, "2026-12-24")).toBe("vacances de Noël");
    expect(schoolCalendarKnownUntil(open)?.toString()).toBe("2026-08-31");
  });

  test("a year without one of its four holidays is not complete", () => {
    const gap = without((p) => p.schoolYear === "2026-2027" && p.label === "Hiver");
    expect(say(gap, "2027-03-01")).toBe("unknown 2026-2027");
    expect(say(gap, "2025-11-10")).toBe("school");
  });

  test("a gap between two known years stops the calendar there", () => {
    const gap = without((p) => p.schoolYear === "2025-2026" && p.label === "Noël");
    expect(schoolCalendarKnownUntil(gap)?.toString()).toBe("2025-08-31");
  });

  test("every day of a complete year is known, the order of rows does not matter", () => {
    const days = fc.integer({ min: 0, max: date("2024-07-06").until(date("2027-07-03")).days });
    fc.assert(
      fc.property(days, fc.shuffledSubarray([...ZONE_B], { minLength: ZONE_B.length }), (n, rows) => {
        const day = date("2024-07-06").add({ days: n });
        const found = schoolDayOn(schoolCalendar(rows), day);
        expect(found).toEqual(schoolDayOn(zoneB, day));
        expect(found.kind).not.toBe("unknown");
      }),
    );
  });
});

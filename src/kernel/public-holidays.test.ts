import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HolidayZone, publicHolidays } from "./public-holidays.ts";

const days = (year: number, zone: HolidayZone): string[] =>
  publicHolidays(year, zone).map(({ date, name }) => `${date} ${name}`);

test("the eleven public holidays of 2026 in métropole", () => {
  expect(days(2026, "metropole")).toEqual([
    "2026-01-01 jour de l’An",
    "2026-04-06 lundi de Pâques",
    "2026-05-01 fête du Travail",
    "2026-05-08 Victoire 1945",
    "2026-05-14 Ascension",
    "2026-05-25 lundi de Pentecôte",
    "2026-07-14 fête nationale",
    "2026-08-15 Assomption",
    "2026-11-01 Toussaint",
    "2026-11-11 Armistice 1918",
    "2026-12-25 Noël",
  ]);
});

test("Alsace-Moselle adds Good Friday and 26 December", () => {
  const added = days(2027, "alsace-moselle").filter((day) => !days(2027, "metropole").includes(day));
  expect(added).toEqual(["2027-03-26 Vendredi saint", "2027-12-26 Saint-Étienne"]);
});

test("two holidays on one day are one day with both names", () => {
  expect(days(2008, "metropole")).toContain("2008-05-01 fête du Travail et Ascension");
  expect(publicHolidays(2008, "metropole")).toHaveLength(10);
  expect(days(1997, "metropole")).toContain("1997-05-08 Victoire 1945 et Ascension");
});

describe("any year", () => {
  const years = fc.integer({ min: 1583, max: 9999 });

  test("11 or 10 days, each once, in order, within the year", () => {
    fc.assert(
      fc.property(years, (year) => {
        const dates = publicHolidays(year, "metropole").map(({ date }) => date.toString());
        expect([10, 11]).toContain(dates.length);
        expect(dates).toEqual([...new Set(dates)].sort());
        expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true);
      }),
    );
  });

  test("the weekdays that their names say, and Alsace-Moselle has two days more", () => {
    fc.assert(
      fc.property(years, (year) => {
        const weekdays = new Map(
          publicHolidays(year, "alsace-moselle").flatMap(({ date, name }) =>
            name.split(" et ").map((one) => [one, date.dayOfWeek] as const),
          ),
        );
        expect(weekdays.get("lundi de Pâques")).toBe(1);
        expect(weekdays.get("lundi de Pentecôte")).toBe(1);
        expect(weekdays.get("Ascension")).toBe(4);
        expect(weekdays.get("Vendredi saint")).toBe(5);
        expect(weekdays.size).toBe(13);
      }),
    );
  });
});

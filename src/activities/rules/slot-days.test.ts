import { describe, expect, test } from "vitest";
import { calendarOf } from "../../../test/deadline-readings.ts";
import { type OpeningDays, type SlotDay, slotDays } from "./slot-days.ts";

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

function season(first: string, last: string, more: Partial<OpeningDays> = {}): OpeningDays {
  return {
    firstDay: date(first),
    lastDay: date(last),
    weekdays: [1, 2, 4, 5],
    opensOn: "school",
    ...more,
  };
}

function words(day: SlotDay | undefined): string {
  if (day?.kind === "closed") return day.label;
  return day?.kind === "unknown" ? `unknown ${day.schoolYear}` : (day?.kind ?? "no day");
}

describe("a canteen of zone B, four days a week", () => {
  const strike = { firstDay: date("2026-11-12"), lastDay: date("2026-11-13"), message: "Grève du personnel" };
  const calendar = calendarOf("metropole", [strike]);

  test.each([
    ["2026-10-16", "open"],
    ["2026-10-17", "Vacances de la Toussaint"],
    ["2026-10-19", "Vacances de la Toussaint"],
    ["2026-11-02", "open"],
    ["2026-11-04", "Fermé le mercredi"],
    ["2026-11-07", "Fermé le samedi"],
    ["2026-11-11", "Fermé : Armistice 1918"],
    ["2026-11-13", "Grève du personnel"],
    ["2027-01-01", "Vacances de Noël"],
    ["2027-02-22", "Vacances d’hiver"],
    ["2027-03-29", "Fermé : lundi de Pâques"],
    ["2027-05-06", "Fermé : Ascension"],
    ["2027-05-07", "Pont de l’Ascension"],
    ["2027-07-02", "open"],
    ["2027-07-03", "Vacances d’été"],
    ["2027-07-05", "unknown 2027-2028"],
    ["2027-07-07", "Fermé le mercredi"],
    ["2027-07-14", "Fermé : fête nationale"],
    ["2027-09-02", "unknown 2027-2028"],
  ])("%s: %s", (day, label) => {
    expect(slotDays(season(day, day), calendar).map(words)).toEqual([label]);
  });

  test("every date of the season once, in order", () => {
    const days = slotDays(season("2026-09-01", "2027-07-02"), calendar);
    expect(days[0]?.date.toString()).toBe("2026-09-01");
    expect(days.at(-1)?.date.toString()).toBe("2027-07-02");
    expect(days.map(({ date: d }) => d.since(date("2026-09-01")).days)).toEqual(days.map((_, i) => i));
    expect(days.some(({ kind }) => kind === "unknown")).toBe(false);
  });

  test("137 meals in the school year 2026-2027, two days of strike taken off", () => {
    const open = slotDays(season("2026-09-01", "2027-07-02"), calendar).filter(({ kind }) => kind === "open");
    expect(open).toHaveLength(137);
  });

  test("a season that ends before it begins has no day", () => {
    expect(slotDays(season("2026-09-02", "2026-09-01"), calendar)).toEqual([]);
  });
});

test("a leisure centre opens in the holidays, and needs no school calendar", () => {
  const centre = (day: string): string =>
    words(slotDays(season(day, day, { opensOn: "any", weekdays: [1, 2, 3, 4, 5] }), calendarOf())[0]);
  expect(centre("2026-10-19")).toBe("open");
  expect(centre("2026-10-24")).toBe("Fermé le samedi");
  expect(centre("2030-07-15")).toBe("open");
  expect(centre("2030-08-15")).toBe("Fermé : Assomption");
});

test("Alsace-Moselle closes on Good Friday", () => {
  const friday = season("2027-03-26", "2027-03-26");
  expect(slotDays(friday, calendarOf("alsace-moselle")).map(words)).toEqual(["Fermé : Vendredi saint"]);
  expect(slotDays(friday, calendarOf("metropole")).map(words)).toEqual(["open"]);
});

test("what opens in the holidays only is closed on school days, and not known without a calendar", () => {
  const summer = (day: string): string =>
    words(slotDays(season(day, day, { opensOn: "holidays", weekdays: [1, 2, 3, 4, 5] }), calendarOf())[0]);
  expect(summer("2026-10-16")).toBe("Fermé en période scolaire");
  expect(summer("2026-10-19")).toBe("open");
  expect(summer("2027-05-07")).toBe("open");
  expect(summer("2026-11-11")).toBe("Fermé : Armistice 1918");
  expect(summer("2030-07-15")).toBe("unknown 2029-2030");
});

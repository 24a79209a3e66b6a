import { expect, test } from "vitest";

import { calendarOf } from "../../../test/deadline-readings.ts";
import { openingOn, type DatedOpening, type DatedPlaces } from "./opening-on.ts";
import { seasonDays, unitDays } from "./unit-days.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const noon = new Temporal.PlainTime(12);
const OWN_HOURS = { hourStep: null, laterHours: [] };
const usual = { startsAt: null, endsAt: null };

const weekday = (
  iso: number,
  validFrom: string,
  more: Partial<Omit<DatedOpening, "weekday" | "validFrom">> = {},
): DatedOpening => ({
  weekday: iso,
  validFrom: day(validFrom),
  offered: true,
  places: 60,
  ...usual,
  ...more,
});
const chosen = (date: string, places: number): DatedPlaces => ({ date: day(date), places, ...usual });

// Unordered on purpose: what holds does not depend on the order of the rows.
const openings = [
  weekday(1, "2027-01-04", { places: 80 }),
  weekday(1, "0001-01-01"),
  weekday(5, "0001-01-01"),
  weekday(5, "2027-03-01", { offered: false, places: 0 }),
  weekday(5, "2027-04-01", { places: 20, startsAt: noon, endsAt: noon.add({ hours: 1 }) }),
  weekday(2, "2026-12-01"),
];
const unit = { openings, dates: [chosen("2026-12-07", 12), chosen("2026-10-20", 30)] };

test.each([
  ["2026-12-14", "60"],
  ["2026-12-28", "60"],
  ["2027-01-04", "80"],
  ["2027-06-28", "80"],
  ["2026-12-07", "12 chosen"],
  ["2027-02-26", "60"],
  ["2027-03-05", "not offered"],
  ["2027-04-02", "20 from 12:00:00"],
  ["2026-11-24", "nothing"],
  ["2026-12-01", "60"],
  ["2026-12-02", "nothing"],
])("on %s: %s", (date, expected) => {
  const held = openingOn(unit, day(date));
  const hours = held?.startsAt ? ` from ${held.startsAt}` : "";
  const places = held?.offered ? `${held.places}${hours}${held.chosenDate ? " chosen" : ""}` : "not offered";
  expect(held === undefined ? "nothing" : places).toBe(expected);
});

const season = (first: string, last = first) => ({
  firstDay: day(first),
  lastDay: day(last),
  opensOn: "school" as const,
});
const strike = { firstDay: day("2026-12-07"), lastDay: day("2026-12-07"), message: "Grève" };

test.each([
  ["2026-12-14", "open 60 12:00:00-13:30:00"],
  ["2027-03-12", "Fermé le vendredi"],
  ["2027-04-02", "open 20 12:00:00-13:00:00"],
  ["2026-10-19", "Vacances de la Toussaint"],
  // A date that was chosen opens in the holidays; a closure still shuts it.
  ["2026-10-20", "open 30 12:00:00-13:30:00"],
  ["2026-12-07", "Grève"],
  ["2027-09-06", "unknown 2027-2028"],
])("the day of the unit on %s: %s", (date, expected) => {
  const [found] = unitDays(
    season(date),
    { ...unit, ...OWN_HOURS, startsAt: noon, endsAt: noon.add({ minutes: 90 }) },
    calendarOf("metropole", [strike]),
  );
  if (found === undefined) throw new Error("No day");
  const words = {
    open: () => found.kind === "open" && `open ${found.places} ${found.startsAt}-${found.endsAt}`,
    closed: () => found.kind === "closed" && found.label,
    unknown: () => found.kind === "unknown" && `unknown ${found.schoolYear}`,
  };
  expect(words[found.kind]()).toBe(expected);
});

test("a unit of dates only says so on the others", () => {
  const workshop = {
    openings: [],
    dates: [chosen("2026-11-14", 12)],
    ...OWN_HOURS,
    startsAt: noon,
    endsAt: noon.add({ hours: 2 }),
  };
  const days = unitDays(season("2026-11-13", "2026-11-15"), workshop, calendarOf());
  expect(days.map((found) => (found.kind === "closed" ? found.label : found.kind))).toEqual([
    "Pas de séance ce jour",
    "open",
    "Pas de séance ce jour",
  ]);
});

test("an activity opens when one of its units does, each at its own time", () => {
  const kinds = (date: string) =>
    seasonDays(season(date), [{ openings: [weekday(5, "0001-01-01")], dates: [] }, unit], calendarOf())[0]
      ?.kind;
  expect(["2027-03-12", "2026-12-02", "2026-10-20", "2027-01-04"].map(kinds)).toEqual([
    "open",
    "closed",
    "open",
    "open",
  ]);
});

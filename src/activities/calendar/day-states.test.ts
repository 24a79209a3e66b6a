import { expect, test } from "vitest";

import { dayCalendar, schoolCalendar } from "#kernel";

import { newId } from "../../../test/builders/canteen.ts";
import { offered, offeredSeason, opening } from "../../../test/builders/offer.ts";
import { ZONE_B } from "../../../test/zone-b.ts";
import { dayStates } from "./day-states.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const [morning, evening] = [newId<"unit">(), newId<"unit">()];

/** One season; the morning unit opens on Mondays, the evening one on Tuesdays. */
const offer = offered({
  seasons: [
    offeredSeason({
      lastDay: date("2026-11-24"),
      openings: [opening(morning, 1), opening(evening, 2)],
    }),
  ],
});
const calendar = dayCalendar({
  holidayZone: "metropole",
  school: schoolCalendar(ZONE_B),
  closures: [{ firstDay: date("2026-11-17"), lastDay: date("2026-11-17"), message: "Grève du personnel" }],
});

const november = dayStates(offer, calendar, Temporal.PlainYearMonth.from("2026-11"));

test("every date of the month is there, once and in order", () => {
  expect(november.map(({ date: day }) => day.day)).toEqual(
    Array.from({ length: 30 }, (_, index) => index + 1),
  );
});

test.each([
  ["2026-11-01", "Vacances de la Toussaint"],
  ["2026-11-02", "open"],
  ["2026-11-03", "open"],
  ["2026-11-04", "Fermé le mercredi"],
  ["2026-11-11", "Fermé : Armistice 1918"],
  ["2026-11-17", "Grève du personnel"],
  ["2026-11-24", "open"],
  ["2026-11-25", "Hors saison"],
])("%s: %s", (day, expected) => {
  const state = november.find((known) => known.date.toString() === day);
  expect(state?.kind === "closed" ? state.label : state?.kind).toBe(expected);
});

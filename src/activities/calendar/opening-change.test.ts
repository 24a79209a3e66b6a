import { describe, expect, test } from "vitest";

import { schoolCalendar, type SchoolPeriod } from "#kernel";

import { newId } from "../../../test/builders/canteen.ts";
import { offered, offeredSeason, opening } from "../../../test/builders/offer.ts";
import type { AuthorityCalendar } from "./authority-calendar.ts";
import { calendarAfter, calendarChosen } from "./calendar-with.ts";
import { openingChange } from "./opening-change.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

function period(label: string, first: string, last: string | null): SchoolPeriod {
  const kind = "holiday";
  const schoolYear = first < "2026-06-30" ? "2025-2026" : first < "2027-06-30" ? "2026-2027" : "2027-2028";
  return {
    schoolYear,
    kind,
    label,
    firstDayOff: day(first),
    lastDayOff: last === null ? null : day(last),
    evidence: "C",
  };
}

const winter = period("Hiver", "2027-02-20", "2027-03-07");
const periods = [
  period("Été", "2026-07-04", "2026-08-31"),
  period("Toussaint", "2026-10-17", "2026-11-01"),
  period("Noël", "2026-12-19", "2027-01-03"),
  winter,
  period("Printemps", "2027-04-17", "2027-05-02"),
  period("Été", "2027-07-03", null),
];
const zoneB: AuthorityCalendar = {
  holidayZone: "metropole",
  schoolZone: "B",
  school: schoolCalendar(periods),
  closures: [],
};

const siteId = newId<"site">();
const unitId = newId<"unit">();

/** A canteen open on the given weekdays until the end of June 2027. */
function canteen(...weekdays: number[]) {
  const openings = weekdays.map((weekday) => opening(unitId, weekday));
  return offered({ siteId, seasons: [offeredSeason({ lastDay: day("2027-06-30"), openings })] });
}

const change = (after: AuthorityCalendar, offer = [canteen(1)], today = "2026-11-02") => {
  const { opened, closed } = openingChange(offer, { before: zoneB, after }, day(today));
  return { opened: opened.map(String), closed: closed.map(String) };
};

const earlierWinter = calendarAfter(zoneB, {
  added: [],
  changed: [{ before: [winter], after: period("Hiver", "2027-02-13", "2027-02-28") }],
  unchanged: [],
  kept: [],
});

describe("what another calendar changes for families", () => {
  test("nothing when it says the same", () => {
    expect(change(zoneB)).toEqual({ opened: [], closed: [] });
  });

  test("winter a week earlier: the Monday before closes, the one after opens", () => {
    expect(change(earlierWinter)).toEqual({ opened: ["2027-03-01"], closed: ["2027-02-15"] });
  });

  test("each date once, in order, whichever activity it is of", () => {
    expect(change(earlierWinter, [canteen(4), canteen(1), canteen(1, 4)]).closed).toEqual([
      "2027-02-15",
      "2027-02-18",
    ]);
  });

  test("days that are past are left out", () => {
    expect(change(earlierWinter, [canteen(1)], "2027-02-16")).toEqual({ opened: ["2027-03-01"], closed: [] });
  });

  test("Alsace-Moselle closes Good Friday", () => {
    const after = calendarChosen(zoneB, { publicHolidays: "alsace-moselle", schoolZone: "B", periods });
    expect(change(after, [canteen(5)])).toEqual({ opened: [], closed: ["2027-03-26"] });
  });

  test("a zone whose calendar is not known closes nothing: slots stay as they are", () => {
    const after = calendarChosen(zoneB, { publicHolidays: "metropole", schoolZone: "C", periods: [] });
    expect(change(after)).toEqual({ opened: [], closed: [] });
  });
});

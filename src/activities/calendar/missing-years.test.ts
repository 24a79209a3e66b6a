import { expect, test } from "vitest";

import { schoolCalendar } from "#kernel";

import { offered, offeredSeason, offeredUnit, opening } from "../../../test/builders/offer.ts";
import { ZONE_B } from "../../../test/zone-b.ts";
import type { ActivityOffer } from "../offer/activity-offer.ts";
import { missingSchoolYears } from "./missing-years.ts";

const date = (text: string) => Temporal.PlainDate.from(text);

/** A canteen on Mondays, Tuesdays, Thursdays and Fridays, until that day. */
function canteen(
  activityName: string,
  lastDay: string,
  opensOn: ActivityOffer["seasons"][number]["opensOn"] = "school",
): ActivityOffer {
  const unit = offeredUnit();
  const openings = [1, 2, 4, 5].map((weekday) => opening(unit.unitId, weekday));
  return offered({
    activityName,
    units: [unit],
    seasons: [offeredSeason({ lastDay: date(lastDay), opensOn, openings })],
  });
}

const missing = (offer: readonly ActivityOffer[], today = "2026-11-23") =>
  missingSchoolYears(schoolCalendar(ZONE_B), offer, date(today));

test("nothing is missing while every opening day is known", () => {
  expect(missing([canteen("Rue", "2027-07-02")])).toEqual([]);
  // Sunday 4 July 2027 is not known, and no canteen opens then.
  expect(missing([canteen("Rue", "2027-07-04")])).toEqual([]);
});

test("one opening day beyond the calendar is enough, and the year is named with who waits for it", () => {
  expect(
    missing([canteen("Rue", "2027-07-05"), canteen("Quend", "2027-12-01"), canteen("Nouvion", "2027-07-02")]),
  ).toEqual([{ schoolYear: "2027-2028", activities: ["Quend", "Rue"] }]);
});

test("an activity that opens in the holidays too waits for no calendar", () => {
  expect(missing([canteen("Centre de loisirs", "2027-08-31", "any")])).toEqual([]);
});

test("a season that has ended waits for nothing", () => {
  expect(missing([canteen("Rue", "2027-12-01")], "2027-12-02")).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { z } from "zod";

import { parisInstant } from "#kernel";

import { newId } from "../../../test/builders/canteen.ts";
import {
  canteenSeason,
  canteenSection,
  centreSection,
  offerDocument,
} from "../../../test/builders/offer-document.ts";
import { calendarOf } from "../../../test/deadline-readings.ts";
import { activityAfter } from "./activity-after.ts";
import type { CodedActivity } from "./coded-offer.ts";
import { offerChanges, type OfferState } from "./offer-changes.ts";
import { offerSections, type ActivitySection } from "./schema.ts";
import { sectionOf } from "./section-of.ts";
import { slotChange } from "./slot-change.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const START = day("2026-09-01");
const JANUARY = day("2027-01-04");

/** What is stored once these were applied, one after the other. */
function stored(...versions: readonly (readonly [section: ActivitySection, from: Temporal.PlainDate])[]) {
  const first = versions.reduce<CodedActivity | undefined>(
    (before, [section, from]) => withIds(activityAfter(before, section, from)),
    undefined,
  );
  if (first === undefined) throw new Error("Nothing applied");
  return first;
}

/** As the database gives a season its id. */
const withIds = (activity: CodedActivity): CodedActivity => ({
  ...activity,
  seasons: activity.seasons.map((season) => ({
    ...season,
    seasonId: season.seasonId ?? newId<"season">(),
  })),
});

const state = (...activities: readonly CodedActivity[]): OfferState => ({
  calendar: { publicHolidays: "metropole", schoolZone: "B" },
  sites: [
    {
      siteId: newId<"site">(),
      code: "rue",
      name: "École du Marquenterre – Rue",
      commune: "Rue",
      phone: "03 53 01 80 00",
    },
  ],
  activities: activities.map((activity) => ({ ...activity, activityId: newId<"activity">() })),
});

const monday = (places: number) =>
  canteenSection({
    seasons: [canteenSeason({ openings: [{ units: ["repas"], weekdays: ["monday"], places }] })],
  });

test("the sections of the sample are of the schema", () => {
  expect(z.strictObject(offerSections).safeParse(offerDocument()).error).toBeUndefined();
});

test.each([
  ["an unknown key", { sites: [{ code: "rue", name: "Rue", commune: "Rue", tel: "1" }] }],
  ["a code with a capital", { sites: [{ code: "Rue", name: "Rue", commune: "Rue" }] }],
  [
    "a day that does not exist",
    { activities: [canteenSection({ seasons: [canteenSeason({ lastDay: "2027-02-29" })] })] },
  ],
  [
    "an hour that no clock shows",
    { activities: [canteenSection({ units: [{ code: "a", name: "A", from: "9:00", to: "24:00" }] })] },
  ],
  ["no unit", { activities: [canteenSection({ units: [] })] }],
])("the schema refuses %s", (_, document) => {
  expect(z.strictObject(offerSections).safeParse(document).success).toBe(false);
});

describe("read again, what was applied says the same", () => {
  test.each([
    ["the canteen", canteenSection()],
    ["the centre", centreSection()],
  ])("%s", (_, section) => {
    for (const from of ["2026-06-01", "2026-09-01", "2027-01-04", "2027-08-01"].map(day)) {
      const activity = stored([section, START]);
      expect(sectionOf(activity, from)).toEqual(section);
      expect(offerChanges(state(activity), offerDocument(section), from)).toMatchObject({
        calendar: null,
        sites: [],
        activities: [],
        left: [],
      });
    }
  });
});

describe("a change from a day on", () => {
  const applied = stored([monday(60), START], [monday(80), JANUARY]);
  const placesOn = (activity: CodedActivity, date: string) =>
    sectionOf(activity, day(date)).seasons?.[0]?.openings?.[0]?.places;

  test("leaves the days before as they were", () => {
    expect([placesOn(applied, "2026-12-14"), placesOn(applied, "2027-01-04")]).toEqual([60, 80]);
  });

  test("applied a second time changes nothing", () => {
    expect(offerChanges(state(applied), offerDocument(monday(80)), JANUARY).activities).toEqual([]);
  });

  test("what does not change leaves a later change alone; what changes takes its place", () => {
    const same = stored([monday(60), START], [monday(80), JANUARY], [monday(60), day("2026-11-02")]);
    expect(placesOn(same, "2027-01-04")).toBe(80);
    const other = stored([monday(60), START], [monday(80), JANUARY], [monday(50), day("2026-11-02")]);
    expect([placesOn(other, "2026-10-05"), placesOn(other, "2027-01-04")]).toEqual([60, 50]);
  });

  test("a weekday that is no longer said closes from that day, and only then", () => {
    const after = stored([canteenSection(), START], [monday(60), JANUARY]);
    const calendar = calendarOf();
    const change = slotChange(stored([canteenSection(), START]), after, {
      calendar,
      now: parisInstant(day("2026-11-02"), new Temporal.PlainTime(9)),
    });
    expect(change.opened).toEqual([]);
    expect(change.changed).toEqual([]);
    expect(change.closed[0]?.date.toString()).toBe("2027-01-05");
    expect(change.closed.every(({ date }) => date.dayOfWeek !== 1)).toBe(true);
  });

  test("what began this morning stays as it is, and is told; what begins later closes", () => {
    const after = stored([canteenSection(), START], [monday(60), day("2026-11-03")]);
    const at = (time: string) =>
      slotChange(stored([canteenSection(), START]), after, {
        calendar: calendarOf(),
        now: parisInstant(day("2026-11-03"), Temporal.PlainTime.from(time)),
      });
    // The meal of Tuesday 3 November is at noon.
    expect(at("11:59")).toMatchObject({ begun: [] });
    expect(at("11:59").closed[0]?.date.toString()).toBe("2026-11-03");
    expect(at("12:00").begun.map(({ date }) => date.toString())).toEqual(["2026-11-03"]);
    expect(at("12:00").closed[0]?.date.toString()).toBe("2026-11-05");
  });

  test("dates of the past stay, later ones are those of the file", () => {
    const [season] = centreSection().seasons ?? [];
    if (season === undefined) throw new Error("No season");
    const next = centreSection({
      seasons: [{ ...season, dates: [{ units: ["sortie"], dates: ["2027-03-06"], places: 8 }] }],
    });
    const after = stored([centreSection(), START], [next, JANUARY]);
    expect(sectionOf(after, JANUARY).seasons?.[0]?.dates).toEqual([
      { units: ["sortie"], dates: ["2026-12-12"], places: 12 },
      { units: ["sortie"], dates: ["2027-03-06"], places: 8 },
    ]);
  });

  test("shared places that are no longer said are lifted, and their ages retired", () => {
    const [season] = centreSection().seasons ?? [];
    if (season === undefined) throw new Error("No season");
    const next = centreSection({ ageGroups: [], seasons: [{ ...season, capacities: [] }] });
    const after = stored([centreSection(), START], [next, JANUARY]);
    expect(after.ageGroups.map(({ retired }) => retired)).toEqual([true, true]);
    expect(sectionOf(after, JANUARY).seasons?.[0]?.capacities).toBeUndefined();
    expect(sectionOf(after, day("2026-12-01")).seasons?.[0]?.capacities).toHaveLength(3);
    expect(offerChanges(state(after), offerDocument(next), JANUARY).activities).toEqual([]);
  });

  test("a season that has ended keeps its openings", () => {
    expect(offerChanges(state(applied), offerDocument(monday(10)), day("2027-08-01")).activities).toEqual([]);
  });
});

test("what the file no longer names is left, and told", () => {
  const twoUnits = canteenSection({
    units: [...canteenSection().units, { code: "gouter", name: "Goûter", from: "16:30", to: "17:00" }],
    seasons: [
      canteenSeason(),
      canteenSeason({ name: "2027-2028", firstDay: "2027-09-01", lastDay: "2028-07-01" }),
    ],
  });
  const known = state(stored([twoUnits, START]), stored([centreSection(), START]));
  const { left, activities } = offerChanges(known, offerDocument(canteenSection()), JANUARY);
  expect(left).toEqual([
    { kind: "activity", code: "centre-rue", name: "Accueil de loisirs – Rue" },
    { kind: "unit", activity: "Restauration scolaire – Rue", name: "Goûter" },
    { kind: "season", activity: "Restauration scolaire – Rue", name: "2027-2028" },
  ]);
  expect(activities).toEqual([]);
});

test("a season with another name that begins the same day is renamed", () => {
  const renamed = canteenSection({ seasons: [canteenSeason({ name: "Année scolaire" })] });
  const before = stored([canteenSection(), START]);
  const [change] = offerChanges(state(before), offerDocument(renamed), JANUARY).activities;
  expect(change?.after.seasons).toMatchObject([
    { seasonId: before.seasons[0]?.seasonId, name: "Année scolaire" },
  ]);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import {
  canteenSeason,
  canteenSection,
  centreSection,
  offerDocument,
} from "../../../test/builders/offer-document.ts";
import { activityOffer } from "../offer/read-offer.ts";
import { capacitiesOn } from "../rules/capacities-on.ts";
import { applyOffer } from "./apply.ts";
import { readOffer } from "./read.ts";
import type { OfferDocument } from "./schema.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
});
afterAll(() => town.close());

const day = (text: string) => Temporal.PlainDate.from(text);
const START = day("2026-09-01");
const JANUARY = day("2027-01-04");

/** Applies a document; the codes of the activities that changed, or what keeps it out. */
async function apply(document: OfferDocument, from = START) {
  const result = await town.database.write((writes) =>
    applyOffer(writes, document, { from, authorityId: town.authority.id, by: "Paul Martin" }),
  );
  return result.ok
    ? result.value.activities.map(({ after }) => after.code)
    : result.refusal.map(({ sentence }) => sentence);
}

const read = (from = START) => town.database.read((reads) => readOffer(reads, from));

async function centre() {
  const offers = await town.database.read((reads) => activityOffer(reads));
  const offer = offers.find(({ activityCode }) => activityCode === "centre-rue");
  if (offer === undefined) throw new Error("No centre");
  return offer;
}

/** How often each activity was announced as changed. */
async function announced() {
  const { rows } = await town.pool.query<{ count: number }>(
    `select count(*)::integer as count from graphile_worker._private_jobs
     where payload->>'type' = 'activities.offerChanged'`,
  );
  return rows[0]?.count ?? 0;
}

const inOrder = ({ activities = [], ...rest }: OfferDocument) => ({
  ...rest,
  activities: activities.toSorted((a, b) => a.code.localeCompare(b.code)),
});

test("from nothing: what is read is what was applied, and a second time nothing changes", async () => {
  expect(await apply(offerDocument())).toEqual(["cantine-rue", "centre-rue"]);
  expect(inOrder(await read())).toEqual(inOrder(offerDocument()));
  const before = await announced();
  expect(before).toBe(2);
  expect(await apply(offerDocument())).toEqual([]);
  expect(await apply(await read(JANUARY), JANUARY)).toEqual([]);
  expect(await announced()).toBe(before);
});

test("one of two that exclude each other says it, both know it", async () => {
  const { units } = await centre();
  const [journee, matin] = units;
  expect(journee?.excludes).toEqual([matin?.unitId]);
  expect(matin?.excludes).toEqual([journee?.unitId]);
});

describe("a change from January on", () => {
  test("keeps what holds before, and is not written twice", async () => {
    const [season] = centreSection().seasons ?? [];
    if (season === undefined) throw new Error("No season");
    const next = offerDocument(
      canteenSection(),
      centreSection({
        name: "Centre de loisirs – Rue",
        units: centreSection().units.map((unit) =>
          unit.code === "matin" ? { code: "matin", name: "Matin", from: "09:00", to: "11:30" } : unit,
        ),
        seasons: [
          {
            ...season,
            openings: [{ units: ["journee", "matin"], weekdays: ["wednesday"], places: 32 }],
            capacities: [
              { weekdays: ["wednesday"], ageGroup: "petits", from: "09:00", to: "12:00", adults: 2 },
            ],
          },
        ],
      }),
    );
    expect(await apply(next, JANUARY)).toEqual(["centre-rue"]);
    expect(await apply(next, JANUARY)).toEqual([]);
    expect(inOrder(await read(JANUARY))).toEqual(inOrder(next));
    const [earlier] =
      (await read(day("2026-12-01"))).activities?.filter(({ code }) => code === "centre-rue") ?? [];
    expect(earlier?.seasons?.[0]?.openings).toEqual(season.openings);
    const { seasons, ageGroups, units } = await centre();
    const shared = (date: string) =>
      capacitiesOn(seasons[0]?.capacities ?? [], ageGroups, day(date))
        .map(({ places }) => places)
        .sort((a, b) => a - b);
    expect(shared("2026-12-02")).toEqual([24, 60]);
    expect(shared("2027-01-06")).toEqual([16]);
    expect(units.map(({ excludes }) => excludes.length)).toEqual([0, 0, 0, 0, 0]);
  });

  test("another step and other hours hold from that day on, and are not written twice", async () => {
    const document = (matin: { to: string; hourStep?: 15 | 30 }) =>
      offerDocument(
        canteenSection(),
        centreSection({
          units: centreSection().units.map((unit) => (unit.code === "matin" ? { ...unit, ...matin } : unit)),
        }),
      );
    const hoursOf = async (date: string) => {
      const section = (await read(day(date))).activities?.find(({ code }) => code === "centre-rue");
      const { to, hourStep } = section?.units.find(({ code }) => code === "matin") ?? {};
      return { to, hourStep };
    };
    expect(await apply(document({ to: "12:00", hourStep: 30 }), day("2026-09-01"))).toEqual(["centre-rue"]);
    expect(await apply(document({ to: "12:30", hourStep: 15 }), JANUARY)).toEqual(["centre-rue"]);
    expect(await apply(document({ to: "12:30", hourStep: 15 }), JANUARY)).toEqual([]);
    expect(await hoursOf("2027-01-03")).toEqual({ to: "12:00", hourStep: 30 });
    expect(await hoursOf("2027-01-04")).toEqual({ to: "12:30", hourStep: 15 });
    // What the file says today is exported and imported without touching what is to come.
    expect(await apply(await read(day("2026-12-01")), day("2026-12-01"))).toEqual([]);
    expect(await hoursOf("2027-01-04")).toEqual({ to: "12:30", hourStep: 15 });
  });

  test("seasons move together, new units and seasons are added, the rest is left", async () => {
    const later = canteenSection({
      units: [...canteenSection().units, { code: "gouter", name: "Goûter", from: "16:30", to: "17:00" }],
      seasons: [
        canteenSeason({ lastDay: "2027-08-31" }),
        canteenSeason({
          name: "2027-2028",
          firstDay: "2027-09-01",
          lastDay: "2028-06-30",
          openings: [{ units: ["repas", "gouter"], weekdays: ["monday"], places: 30 }],
        }),
      ],
    });
    expect(await apply(offerDocument(later), JANUARY)).toEqual(["cantine-rue"]);
    const earlier = {
      ...later,
      seasons: (later.seasons ?? []).map((season, index) =>
        index === 0 ? { ...season, lastDay: "2027-10-01" } : { ...season, firstDay: "2027-10-02" },
      ),
    };
    expect(await apply(offerDocument(earlier), JANUARY)).toEqual(["cantine-rue"]);
    expect((await read()).activities?.map(({ code }) => code).toSorted()).toEqual([
      "cantine-rue",
      "centre-rue",
    ]);
  });
});

test("what cannot be is refused before anything is written", async () => {
  const before = await read();
  const overlapping = canteenSection({
    seasons: [canteenSeason({ name: "Autre", firstDay: "2026-10-01", lastDay: "2026-12-01" })],
  });
  expect(await apply(offerDocument(overlapping))).toEqual([
    expect.stringContaining("Ces dates chevauchent la saison « 2026-2027 »"),
  ]);
  expect(await apply({ activities: [canteenSection({ code: "autre", site: "quend" })] })).toEqual([
    "Aucun lieu n’a le code « quend » : créez d’abord ce lieu.",
  ]);
  expect(await apply(offerDocument(canteenSection(), canteenSection()))).toHaveLength(1);
  expect(await read()).toEqual(before);
});

test("two at once: the second sees what the first has written", async () => {
  const next = offerDocument(canteenSection({ name: "Cantine" }));
  const both = await Promise.all([apply(next), apply(next)]);
  expect(both.map((codes) => codes.length).toSorted((a, b) => a - b)).toEqual([0, 1]);
});

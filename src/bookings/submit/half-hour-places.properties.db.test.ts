import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import { centreTown, lineOf } from "../../../test/builders/centre-town.ts";
import type { Centre } from "../../../test/builders/centre.ts";

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

const DAY = "2026-11-18";
const CHILDREN = 6;
const [OPENS, CLOSES] = [450, 690];

/** 7:30 to 11:30 by half-hour, as the alignment writes what is counted « every: 30 ». */
const nursery = (places: number) =>
  at.centre({
    units: [{ name: "Accueil", from: OPENS, to: CLOSES, hourStep: 30, places: CHILDREN }],
    shares: halfHours(OPENS, CLOSES).map((from) => ({ from, to: from + 30, places })),
    judgedBy: "week",
  });

const halfHours = (from: number, to: number) =>
  Array.from({ length: (to - from) / 30 }, (_, index) => from + index * 30);

const hours = fc.tuple(fc.nat({ max: 7 }), fc.integer({ min: 1, max: 8 })).map(([start, length]) => ({
  from: OPENS + start * 30,
  to: Math.min(CLOSES, OPENS + (start + length) * 30),
}));

const act = fc.record({
  kind: fc.constantFrom("book" as const, "book" as const, "change" as const, "cancel" as const),
  child: fc.nat({ max: CHILDREN - 1 }),
  hours,
});

/** Takes of each half-hour, from the first that somebody takes. */
async function takenOf(centre: Centre) {
  const rows = await town.database.read((reads) =>
    reads.rows<{ from: number; taken: number }>(
      "test_half_hours",
      `select from_minute as "from", taken from place_count where activity_id = $1 and date = $2 order by from_minute`,
      [centre.activityId, DAY],
    ),
  );
  return rows.map(({ taken }) => taken);
}

test("one place is for several babies, one after the other", async () => {
  const centre = await nursery(1);
  const home = await at.family(centre, { children: ["Rose", "Paul", "Zoé"] });
  const slot = centre.slotOf("Accueil", DAY);
  const book = (child: number, from: number, to: number) =>
    lineOf("book", home, slot, { child, hours: { from, to } });
  expect(await at.send(home, [book(0, 480, 540)])).toEqual(["booked"]);
  expect(await at.send(home, [book(1, 540, 690)])).toEqual(["booked"]);
  expect(await at.send(home, [book(2, 510, 570)])).toEqual(["full"]);
});

test(
  "any acts: whoever finds a place in each half-hour of its hours has it, and nobody else",
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(act, { minLength: 1, maxLength: 20 }),
        async (places, acts) => {
          const centre = await nursery(places);
          const names = Array.from({ length: CHILDREN }, (_, index) => `Enfant ${index}`);
          const home = await at.family(centre, { children: names });
          const slot = centre.slotOf("Accueil", DAY);
          const there = new Map<number, { from: number; to: number }>();
          const taken = (ours: ReadonlyMap<number, { from: number; to: number }>) =>
            halfHours(OPENS, CLOSES).map(
              (from) => [...ours.values()].filter((one) => one.from < from + 30 && from < one.to).length,
            );
          for (const { kind, child, hours: wanted } of acts) {
            await at.send(home, [lineOf(kind, home, slot, { child, hours: wanted })]);
            if (kind === "cancel") there.delete(child);
            else if (there.has(child) === (kind === "change")) {
              const after = new Map(there).set(child, wanted);
              if (taken(after).every((count) => count <= places)) there.set(child, wanted);
            }
            expect(await takenOf(centre)).toEqual(taken(there));
          }
        },
      ),
      { numRuns: 15, seed: 20261130 },
    );
  },
);

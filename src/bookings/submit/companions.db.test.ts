import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { centreTown, later, lineOf } from "../../../test/builders/centre-town.ts";
import { disagreeingSlots } from "../slots/disagreeing-slots.ts";

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

const DAY = "2026-11-18";

test("who comes with three children takes four places, or three where children alone count", async () => {
  for (const [companionsOnly, taken] of [
    [false, 4],
    [true, 3],
  ] as const) {
    const centre = await at.centre({
      units: [{ name: "Atelier", places: 5, companions: 4, companionsOnly }],
      judgedBy: "slot",
    });
    const slot = centre.slotOf("Atelier", DAY);
    const [first, second] = [await at.family(centre), await at.family(centre)];
    const line = (who: typeof first, act: Parameters<typeof lineOf>[0], companions?: number) =>
      lineOf(act, who, slot, companions === undefined ? {} : { companions });
    expect(await at.send(first, [line(first, "book", 5)])).toEqual(["bad_companions"]);
    expect(await at.send(first, [line(first, "book", 3)])).toEqual(["booked"]);
    expect(await at.slots(centre)).toEqual([`Atelier ${DAY} ${taken}/5`]);
    expect(await at.send(second, [line(second, "book", 3)])).toEqual(["full"]);
    expect(await at.send(first, [line(first, "change", 3)])).toEqual(["same_hours"]);
    expect(await at.send(first, [line(first, "change", 1)])).toEqual(["changed"]);
    expect(await at.slots(centre)).toEqual([`Atelier ${DAY} ${taken - 2}/5`]);
    expect(await at.send(first, [line(first, "cancel")])).toEqual(["cancelled"]);
    expect(await at.slots(centre)).toEqual([]);
  }
});

test("nobody comes with others where the unit does not say so", async () => {
  const centre = await at.centre({ units: [{ name: "Journée" }], judgedBy: "slot" });
  const home = await at.family(centre);
  const slot = centre.slotOf("Journée", DAY);
  expect(await at.send(home, [lineOf("book", home, slot, { companions: 1 })])).toEqual(["bad_companions"]);
  expect(await at.send(home, [lineOf("book", home, slot, { companions: 0 })])).toEqual(["booked"]);
});

test("the waiting list asks for all the places at once, and lets through who needs fewer", async () => {
  const centre = await at.centre({
    units: [{ name: "Atelier", places: 4, companions: 3 }],
    judgedBy: "slot",
    waiting: { minutes: null },
  });
  const slot = centre.slotOf("Atelier", DAY);
  const [alone, pair, many, few] = [
    await at.family(centre, { children: ["Ada"] }),
    await at.family(centre, { children: ["Bob"] }),
    await at.family(centre, { children: ["Cléo"] }),
    await at.family(centre, { children: ["Dan"] }),
  ];
  expect(await at.send(alone, [lineOf("book", alone, slot)])).toEqual(["booked"]);
  expect(await at.send(pair, [lineOf("book", pair, slot, { companions: 2 })])).toEqual(["booked"]);
  expect(await at.send(many, [lineOf("wait", many, slot, { companions: 2 })])).toEqual(["waiting"]);
  expect(await at.send(few, [lineOf("wait", few, slot, { companions: 0 })], later(1))).toEqual(["waiting"]);
  expect(await at.send(alone, [lineOf("cancel", alone, slot)], later(2))).toEqual(["cancelled"]);
  expect(await at.turns(centre)).toEqual(["Cléo waiting", "Dan given"]);
  expect(await at.send(pair, [lineOf("cancel", pair, slot)], later(3))).toEqual(["cancelled"]);
  expect(await at.turns(centre)).toEqual(["Cléo given", "Dan given"]);
  expect(await at.slots(centre)).toEqual([`Atelier ${DAY} 4/4`]);
});

test("an agent goes over the places with all who come, and what is above goes with them", async () => {
  const centre = await at.centre({
    units: [{ name: "Atelier", places: 2, companions: 4 }],
    shares: [{ places: 2 }],
  });
  const slot = centre.slotOf("Atelier", DAY);
  const home = await at.family(centre);
  const over = { householdId: home.id, reason: "Accord de la directrice", overCapacity: true };
  const agent = agentWith(["bookings.write"]);
  expect(await at.sendAs(agent, [lineOf("book", home, slot, { companions: 4 })], later(0), over)).toEqual([
    "booked",
  ]);
  expect(await at.slots(centre)).toEqual([`Atelier ${DAY} 5/5`]);
  expect(await at.shared(centre)).toEqual([`${DAY} 0-1440 0 5/5`]);
  expect(await at.send(home, [lineOf("change", home, slot, { companions: 2 })])).toEqual(["changed"]);
  expect(await at.slots(centre)).toEqual([`Atelier ${DAY} 3/3`]);
  expect(await at.send(home, [lineOf("cancel", home, slot)])).toEqual(["cancelled"]);
  expect(await at.slots(centre)).toEqual([]);
});

const FAMILIES = 4;

test(
  "any acts with any number of companions, from clients at once, never overbook and leave counts that agree",
  { timeout: 180_000 },
  async () => {
    const act = fc.record({
      kind: fc.constantFrom("book", "wait", "change", "cancel", "accept", "decline", "leave"),
      family: fc.nat({ max: FAMILIES - 1 }),
      companions: fc.nat({ max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        fc.constantFrom("slot", "week"),
        fc.option(fc.constant(3)),
        fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        async (places, companionsOnly, judgedBy, minutes, clients) => {
          const centre = await at.centre({
            units: [{ name: "Atelier", places, companions: 3, companionsOnly }],
            ...(judgedBy === "week" ? { shares: [{ places }] } : {}),
            judgedBy,
            waiting: { minutes },
          });
          const slot = centre.slotOf("Atelier", DAY);
          const families = await Promise.all(Array.from({ length: FAMILIES }, () => at.family(centre)));
          let minute = 0;
          await Promise.all(
            clients.map(async (acts) => {
              for (const { kind, family, companions } of acts) {
                const home = families[family];
                if (home === undefined) throw new Error("No such family");
                await at.sendAs(
                  guardianOf(home),
                  [lineOf(kind, home, slot, { companions })],
                  later(minute++),
                );
              }
            }),
          );
          const state = await town.database.read((reads) =>
            reads.row<{ taken: number; places: number; smallest: number | null }>(
              "test_companions_state",
              `select taken, places, (select min(t.places)::integer from waiting_turn t
                                      where t.slot_id = slot.id and t.state = 'waiting') as smallest
               from slot where id = $1`,
              [slot],
            ),
          );
          expect(state?.places).toBe(places);
          expect(state?.taken).toBeLessThanOrEqual(places);
          // Nobody waits for what is free.
          if (state !== undefined && state.smallest !== null) {
            expect(state.smallest).toBeGreaterThan(state.places - state.taken);
          }
          expect(await town.database.read((reads) => disagreeingSlots(reads))).toBe(0);
        },
      ),
      { numRuns: 25, seed: 20261130 },
    );
  },
);

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { activityOffer, changeSeason, type Opening } from "#activities";
import { testDatabase, type TestDatabase } from "#test";

import type { Canteen } from "../../../test/builders/canteen.ts";
import { slotTown } from "../../../test/builders/slot-town.ts";

let town: TestDatabase;
let slots: Awaited<ReturnType<typeof slotTown>>;
beforeAll(async () => {
  town = await testDatabase();
  slots = await slotTown(town);
});
afterAll(() => town.close());

/** Changes the only season of a canteen. */
async function change(
  at: Canteen,
  changes: { lastDay?: string; openings?: (before: readonly Opening[]) => Opening[] },
) {
  await town.database.write(async (writes) => {
    const [offer] = await activityOffer(writes, [at.activityId]);
    const season = offer?.seasons[0];
    if (season === undefined) throw new Error("No season");
    await changeSeason(writes, {
      ...season,
      lastDay: changes.lastDay === undefined ? season.lastDay : Temporal.PlainDate.from(changes.lastDay),
      openings: changes.openings?.(season.openings) ?? season.openings,
      authorityId: town.authority.id,
      by: "Paul Martin",
    });
  });
  return slots.align([at]);
}

describe("a season that changes", () => {
  test("closes the days after its new end and tells their families", async () => {
    const rue = await slots.canteen();
    const lefebvre = await slots.eating(rue, "2027-06-28", "2027-07-01");
    expect(await change(rue, { lastDay: "2027-06-30" })).toMatchObject({ closed: 2, cancelled: 1 });
    expect(await slots.slot(rue, "2027-07-01")).toMatchObject({ state: "closed", because: "Hors saison" });
    expect((await slots.historyOf(lefebvre.household.id)).at(-1)).toMatchObject({ reason: "Hors saison" });
    expect(await slots.slot(rue, "2027-06-28")).toMatchObject({ state: "open", booked: 1 });
  });

  test("closes a weekday that is taken away", async () => {
    const rue = await slots.canteen();
    await slots.eating(rue, "2026-11-13");
    await change(rue, { openings: (before) => before.filter((opening) => opening.weekday !== 5) });
    expect(await slots.slot(rue, "2026-11-13")).toMatchObject({
      state: "closed",
      because: "Fermé le vendredi",
      booked: 0,
    });
    expect(await slots.slot(rue, "2026-11-12")).toMatchObject({ state: "open" });
  });

  test("with fewer places than are taken takes nobody's place, and gives none until enough are free", async () => {
    const rue = await slots.canteen({ places: 2 });
    const [a, b] = [await slots.eating(rue, "2026-11-16"), await slots.eating(rue, "2026-11-16")];
    const c = await slots.eating(rue);
    await change(rue, { openings: (before) => before.map((opening) => ({ ...opening, places: 1 })) });
    expect(await slots.slot(rue, "2026-11-16")).toMatchObject({ places: 2, taken: 2, surplus: 1, booked: 2 });
    expect(await a.cancel("2026-11-16")).toEqual(["cancelled"]);
    expect(await slots.slot(rue, "2026-11-16")).toMatchObject({ places: 1, taken: 1, surplus: 0 });
    expect(await c.book("2026-11-16")).toEqual(["full"]);
    expect(await b.cancel("2026-11-16")).toEqual(["cancelled"]);
    expect(await c.book("2026-11-16")).toEqual(["booked"]);
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { estimatesFor } from "../../src/bookings/estimates/estimate-places.ts";
import { newId } from "../builders/canteen.ts";
import { priceActivity } from "./family-month.ts";
import { novemberFamily, type NovemberFamily } from "./november-family.ts";

let town: TestDatabase;
let family: NovemberFamily;
beforeAll(async () => {
  town = await testDatabase();
  family = await town.database.write(novemberFamily);
}, 60_000);
afterAll(() => town.close());

test("a day of a contract is estimated as the bill will find it: paid by the month; other children and days by the time", async () => {
  const { home, nursery } = family;
  const estimate = await town.database.read((reads) => estimatesFor(reads, [home.id]));
  const unitCode = await town.database.read(async (reads) => {
    const row = await reads.row<{ code: string }>(
      "test_nursery_code",
      "select unit_code as code from activities_unit_card where activity_id = $1",
      [nursery.activityId],
    );
    return row?.code ?? "";
  });
  const of = (child: number, date: string) =>
    estimate?.({
      householdId: home.id,
      participantId: home.children[child]?.id ?? newId<"participant">(),
      activityId: nursery.activityId,
      unitCode,
      date: Temporal.PlainDate.from(date),
      minutes: 480,
      days: 1,
    });
  const [hugo, zoe] = [1, 2];
  expect(of(zoe, "2026-11-05")).toMatchObject({ kind: "estimate", cents: 0, byContract: true });
  // The contract ends on 18 December; Hugo has none.
  const [after, without] = [of(zoe, "2026-12-21"), of(hugo, "2026-11-05")];
  for (const found of [after, without]) {
    expect(found).toMatchObject({ kind: "estimate" });
    expect(found).not.toHaveProperty("byContract");
    expect(found).not.toMatchObject({ cents: 0 });
  }
});

test("a price that follows the income, where somebody has a contract, is estimated by the scale that bills it", async () => {
  const { home, nursery } = family;
  await town.database.write((writes) =>
    priceActivity(writes, nursery.activityId, {
      from: "2026-11-16",
      prices: [
        { price: { kind: "share", percent: "0.10", of: "monthlyIncome", floor: "0.10", ceiling: "9.00" } },
      ],
    }),
  );
  const estimate = await town.database.read((reads) => estimatesFor(reads, [home.id]));
  const row = await town.database.read((reads) =>
    reads.row<{ code: string }>(
      "test_nursery_unit",
      "select unit_code as code from activities_unit_card where activity_id = $1",
      [nursery.activityId],
    ),
  );
  const on = (date: string) =>
    estimate?.({
      householdId: home.id,
      participantId: home.children[1]?.id ?? newId<"participant">(),
      activityId: nursery.activityId,
      unitCode: row?.code ?? "",
      date: Temporal.PlainDate.from(date),
      minutes: 480,
      days: 1,
    });
  const [scale, stored] = [on("2026-11-05"), on("2026-11-26")];
  if (scale?.kind !== "estimate" || stored?.kind !== "estimate") throw new Error("no price");
  expect(stored.cents).toBe(scale.cents);
});

test("a unit with contracts and no price of its own is estimated by the scale that bills it; others have no price", async () => {
  const { home, nursery, canteen } = family;
  await town.database.write(async (writes) => {
    await priceActivity(writes, nursery.activityId, { from: "2026-12-01", prices: [] });
    await priceActivity(writes, canteen.activityId, { from: "2026-12-01", prices: [] });
  });
  const estimate = await town.database.read((reads) => estimatesFor(reads, [home.id]));
  const units = await town.database.read((reads) =>
    reads.rows<{ activityId: typeof nursery.activityId; unitCode: string }>(
      "test_both_units",
      `select activity_id as "activityId", unit_code as "unitCode" from activities_unit_card
       where activity_id = any ($1::uuid[]) order by activity_id = $2 desc`,
      [[nursery.activityId, canteen.activityId], nursery.activityId],
    ),
  );
  const told = units.map((unit) =>
    estimate?.({
      ...unit,
      householdId: home.id,
      participantId: home.children[1]?.id ?? newId<"participant">(),
      date: Temporal.PlainDate.from("2026-12-03"),
      minutes: 480,
      days: 1,
    }),
  );
  expect(told).toMatchObject([{ kind: "estimate" }, { kind: "hole", code: "noTariff" }]);
});

import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed } from "#billing";
import { testDatabase, type TestDatabase } from "#test";

import { buildCanteen, newId, type Canteen } from "../builders/canteen.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { attend, priceActivity } from "./family-month.ts";

const NOVEMBER = Temporal.PlainYearMonth.from("2026-11");
const DAYS = ["2026-11-09", "2026-11-10", "2026-11-12", "2026-11-23"];

let town: TestDatabase;
let canteen: Canteen;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    canteen = await buildCanteen(writes, { dates: DAYS });
    home = await buildHousehold(writes, { children: ["Lina"], enrolledIn: [canteen] });
    await priceActivity(writes, canteen.activityId, {
      prices: [{ price: "3.10" }],
      absences: [
        { reasons: ["illness"], billedFirstDays: 1, billed: "none" },
        { reasons: ["other"], billed: { price: "1.00" } },
        { billed: "full" },
      ],
    });
    await attend(
      writes,
      DAYS.map((day) => ({ home, child: 0, slot: canteen.slotOn(day) })),
    );
  });
}, 60_000);
afterAll(() => town.close());

/** The family says that Lina will not come, too late to cancel. */
const announce = (day: string, cause: "sick" | "other") =>
  town.database.write((writes) =>
    writes.run(
      "test_announce",
      `insert into absence_notice (booking_id, cause, account_id, by_label, by_agent, at)
       select id, $2, gen_random_uuid(), 'Claire', false, $3::date + time '06:40' from booking where slot_id = $1`,
      [canteen.slotOn(day), cause, day],
    ),
  );
const owed = () =>
  town.database.read(async (reads) => {
    const guardianId = home.guardians[0]?.id ?? newId<"guardian">();
    const { charges } = await monthOwed.owedBy(reads, NOVEMBER, [{ householdId: home.id, guardianId }]);
    return charges
      .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))
      .map(({ day, kind, cents, facts }) => [day.toString().slice(8), kind, cents, facts.attended]);
  });

test("an absence that was announced and that nobody pointed costs what the rule of its reason says", async () => {
  await announce("2026-11-09", "sick");
  await announce("2026-11-10", "sick");
  await announce("2026-11-23", "other");
  expect(await owed()).toEqual([
    ["09", "absence", 310, null],
    ["10", "absence", 0, null],
    ["12", "unit", 310, null],
    ["23", "absence", 100, null],
  ]);
});

test("what is pointed afterwards holds: a child who came after all is billed, and the absence begins later", async () => {
  await town.database.write((writes) =>
    attend(writes, [
      {
        home,
        child: 0,
        slot: canteen.slotOn("2026-11-09"),
        booked: false,
        noted: { state: "present" },
      },
    ]),
  );
  expect(await owed()).toEqual([
    ["09", "unit", 310, true],
    ["10", "absence", 310, null],
    ["12", "unit", 310, null],
    ["23", "absence", 100, null],
  ]);
});

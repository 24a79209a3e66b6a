import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed } from "#billing";
import { cents, type Id } from "#kernel";
import { explainLine } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { noteSupplement, supplementNotes } from "../../src/attendance/supplements/note-supplement.ts";
import { offeredSupplements } from "../../src/attendance/supplements/offered-supplements.ts";
import { agentWith } from "../builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../builders/canteen.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";
import { attend, priceActivity } from "./family-month.ts";

const DAYS = ["2026-11-02", "2026-11-03"];
let town: TestDatabase;
let canteen: Canteen;
let home: Household;
let site: Id<"site">;
beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    canteen = await buildCanteen(writes, { dates: DAYS });
    home = await buildHousehold(writes, { children: ["Lina"], enrolledIn: [canteen] });
    await priceActivity(writes, canteen.activityId, {
      prices: [{ price: "3.10", supplements: [{ code: "gouter", name: "Goûter", price: "0.85" }] }],
      absences: [{ billed: "full" }],
    });
    const came = { state: "present" as const };
    await attend(
      writes,
      DAYS.map((day) => ({ home, child: 0, slot: canteen.slotOn(day), noted: came })),
    );
    const row = await writes.row<{ id: Id<"site"> }>(
      "test_site_of_canteen",
      "select site_id as id from activities_unit_card where activity_id = $1",
      [canteen.activityId],
    );
    site = row?.id ?? newId<"site">();
  });
}, 60_000);
afterAll(() => town.close());

const visit = (
  now = "2026-11-12T08:00:00Z",
  rights: Parameters<typeof agentWith>[0] = ["attendance.write"],
) => ({
  ...visitTo(town),
  now: Temporal.Instant.from(now),
  actor: agentWith(rights),
});
const placeOn = (day: string) => ({
  site,
  slot: canteen.slotOn(day),
  participant: home.children[0]?.id ?? newId<"participant">(),
});

async function note(
  quantity: number,
  more: { code?: string; key?: Id<"supplement">; who?: ReturnType<typeof visit> } = {},
) {
  const { code = "gouter", key = newId<"supplement">(), who = visit() } = more;
  const done = await noteSupplement(who, { key, place: placeOn("2026-11-02"), code, quantity });
  return done.ok ? "ok" : done.refusal.code;
}

function owed() {
  return town.database.read(async (reads) => {
    const payers = [{ householdId: home.id, guardianId: home.guardians[0]?.id ?? newId<"guardian">() }];
    const { charges } = await monthOwed.owedBy(reads, Temporal.PlainYearMonth.from("2026-11"), payers);
    return charges;
  });
}

test("what an agent notes is billed by the tariff of its day, on a line that says why; its opposite takes it back", async () => {
  const offered = await town.database.read((reads) =>
    offeredSupplements(reads, { site, date: Temporal.PlainDate.from("2026-11-02") }),
  );
  expect(offered.get(canteen.slotOn("2026-11-02"))).toEqual([{ code: "gouter", name: "Goûter" }]);

  const key = newId<"supplement">();
  expect([await note(1, { key }), await note(1, { key }), await note(1)]).toEqual(["ok", "ok", "ok"]);
  const charges = await owed();
  expect(charges.map(({ kind, cents: amount, unit }) => [kind, amount, unit?.name])).toEqual([
    ["unit", 310, charges[0]?.unit?.name],
    ["supplement", 170, "Goûter"],
    ["unit", 310, charges[0]?.unit?.name],
  ]);
  const facts = charges[1]?.facts.why ?? [];
  const why = explainLine({ what: "supplement", name: null, cents: cents(170), facts }).join(" ");
  expect(why.replaceAll("\u00a0", " ")).toContain("Quantité : 2.");

  expect(await note(-1)).toBe("ok");
  expect((await owed())[1]).toMatchObject({ kind: "supplement", cents: 85 });
  expect(await note(-1)).toBe("ok");
  expect((await owed()).map(({ kind }) => kind)).toEqual(["unit", "unit"]);
  const notes = await town.database.read((reads) => supplementNotes(reads, placeOn("2026-11-02")));
  expect(notes.map(({ quantity }) => quantity).toSorted((a, b) => a - b)).toEqual([-1, -1, 1, 1]);
});

test("refused: more back than taken, an unknown supplement, a day to come, another's site; two at once take back one", async () => {
  expect(await note(-1)).toBe("not-taken");
  expect(await note(1, { code: "navette" })).toBe("not-offered");
  expect(await note(1, { who: visit("2026-11-01T08:00:00Z") })).toBe("future");
  expect(await note(1, { who: visit(undefined, ["bookings.read"]) })).toBe("unknown");
  expect(await note(1)).toBe("ok");
  expect((await Promise.all([note(-1), note(-1), note(-1)])).toSorted()).toEqual([
    "not-taken",
    "not-taken",
    "ok",
  ]);
});

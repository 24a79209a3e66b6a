import { afterAll, beforeAll, expect, test } from "vitest";

import { besidesPlaces, monthOwed } from "#billing";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { attendanceRoutes } from "../../src/attendance/pages/routes.ts";
import { noteSupplement } from "../../src/attendance/supplements/note-supplement.ts";
import { agentWith, guardianOf } from "../builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../builders/canteen.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { htmlOf, sent, visitTo } from "../builders/visit.tsx";
import { attend, priceActivity } from "./family-month.ts";

const [BOOKED, CAME] = ["2026-11-02", "2026-11-03"];
const NOW = Temporal.Instant.from("2026-11-12T08:00:00Z");
let town: TestDatabase;
let canteen: Canteen;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    canteen = await buildCanteen(writes, { dates: [BOOKED, CAME] });
    home = await buildHousehold(writes, { children: ["Lina"], enrolledIn: [canteen] });
    await priceActivity(writes, canteen.activityId, {
      prices: [{ price: "3.10", supplements: [{ code: "gouter", name: "Goûter", price: "0.85" }] }],
      penalties: [{ on: "unbooked", name: "Venue sans réservation", plus: "2.00" }],
    });
    const noted = { state: "present" as const };
    await attend(writes, [
      { home, child: 0, slot: canteen.slotOn(BOOKED), noted },
      { home, child: 0, slot: canteen.slotOn(CAME), noted, booked: false },
    ]);
  });
  await noteSupplement(
    { ...visitTo(town), now: NOW, actor: agentWith(["attendance.write"]) },
    {
      key: newId<"supplement">(),
      place: { site: canteen.siteId, slot: canteen.slotOn(BOOKED), participant: lina() },
      ...{ code: "gouter", quantity: 2 },
    },
  );
}, 60_000);
afterAll(() => town.close());

const lina = (): Id<"participant"> => home.children[0]?.id ?? newId<"participant">();

async function text(path: string, parts: object, as: "agent" | "family"): Promise<string> {
  const found = attendanceRoutes(besidesPlaces).find((one) => one.path === path && one.method === "GET");
  if (found === undefined) throw new Error(path);
  const actor = as === "agent" ? agentWith(["attendance.write"]) : guardianOf(home);
  return htmlOf(await found.handle({ ...visitTo(town), now: NOW, actor }, sent(parts)))
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}
const sheetOf = (jour: string) =>
  text("/agent/pointage/:site", { params: { site: canteen.siteId }, query: { jour } }, "agent");

test("what is charged besides a place is on the sheet and on the family's page, at the price of the bill", async () => {
  const { charges } = await town.database.read((reads) =>
    monthOwed.owedBy(reads, Temporal.PlainYearMonth.from("2026-11"), [
      { householdId: home.id, guardianId: home.guardians[0]?.id ?? newId<"guardian">() },
    ]),
  );
  const billed = charges.filter(({ kind }) => kind !== "unit").map(({ kind, cents }) => [kind, cents]);
  expect(billed).toEqual([
    ["supplement", 170],
    ["penalty", 200],
  ]);
  expect(await sheetOf(BOOKED)).toContain("En plus, au prix de la prochaine facture : Goûter (1,70 €).");
  expect(await sheetOf(CAME)).toContain("pénalité « Venue sans réservation » (2,00 €).");
  const family = await text("/presences", { query: { mois: "2026-11" } }, "family");
  expect(family).toContain("En plus pour Lina");
  expect(family).toContain("Goûter, 1,70 €");
  expect(family).toMatch(/Pénalité pour Lina.* : Venue sans réservation, 2,00 €/);
  expect(family).toContain("Les prix écrits ici sont estimés");
});

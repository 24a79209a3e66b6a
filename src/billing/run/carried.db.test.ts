import { afterAll, beforeAll, expect, test } from "vitest";

import { cents, type Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { issuedMonth } from "../../../test/billing/issued-month.ts";
import { noPayments } from "../../../test/billing/no-payments.ts";
import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { htmlOf, sent, visitTo } from "../../../test/builders/visit.tsx";
import { MadeUpOwed } from "../../../test/billing/made-up-owed.ts";
import { runRoutes } from "../pages/agent/runs/routes.ts";
import { billingFamilyRoutes } from "../pages/family/routes.ts";
import { carriedBy } from "./carried.ts";

let town: TestDatabase;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write(async (writes) => {
    await writes.run("test_claims", "update billing_rule set carry_over_below_cents = 1500");
    return buildHousehold(writes, { guardians: ["Claire"] });
  });
}, 60_000);
afterAll(() => town.close());

const fact = (day: string, amount: number) => ({
  householdId: home.id,
  guardianId: home.guardians[0]?.id ?? newId<"guardian">(),
  sourceKey: `booking:${day}`,
  day,
  cents: amount,
  activity: { id: newId<"activity">(), name: "Cantine" },
});
const carried = (run: Id<"run">) => town.database.read((reads) => carriedBy(reads, run, 10));
const text = async (path: string, params: object) => {
  const routes = [...billingFamilyRoutes(noPayments), ...runRoutes(new MadeUpOwed())];
  const found = routes.find((one) => one.path === path && one.method === "GET");
  if (found === undefined) throw new Error(path);
  const actor = path.startsWith("/agent") ? agentWith(["billing.read"]) : guardianOf(home);
  return htmlOf(await found.handle({ ...visitTo(town), actor }, sent({ params })))
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
};

test("what is too little for a claim is told to the family and to the agent, and the bill that asks it says so", async () => {
  const september = await issuedMonth(town, "2026-09", [fact("2026-09-07", 280), fact("2026-09-08", 560)]);
  const waits = { payer: "Claire Lefebvre", lines: 2, cents: cents(840) };
  expect(await carried(september)).toMatchObject([{ ...waits, askedBy: null }]);
  const bills = await text("/factures", {});
  expect(bills).toContain(
    "8,40 € de septembre 2026 seront sur une prochaine facture : la Trésorerie n’encaisse pas moins de 15,00 €.",
  );
  expect(bills).toContain("mardi 8 septembre, Cantine : 5,60 €");
  const page = await text("/agent/facturation/:run", { run: september });
  expect(page).toContain("Reporté sur une prochaine facture");
  expect(page).toMatch(/Lefebvre.*8,40 €.*Attend encore/);

  const october = await issuedMonth(town, "2026-10", [fact("2026-10-05", 1400)]);
  expect(await carried(october)).toEqual([]);
  const [asked] = await carried(september);
  expect(asked).toMatchObject({ ...waits, askedBy: { series: "F", year: 2026, number: 1 } });
  expect(await text("/factures", {})).not.toContain("prochaine facture");
  expect(await text("/agent/facturation/:run", { run: september })).toMatch(/8,40 €.*F-2026-000001/);
  const bill = await text("/factures/:invoice", { invoice: asked?.askedBy?.id });
  expect(bill.match(/Reporté de septembre 2026/g)).toHaveLength(2);
  expect(bill).toContain("22,40 €");
});

test("what waited cannot be forgotten", async () => {
  const written = (sql: string) => town.database.write((writes) => writes.run(`test ${sql}`, sql));
  await expect(written("delete from carried_charge")).rejects.toThrow(/has waited|permission/);
  await expect(written("update carried_charge set invoice_id = null")).rejects.toThrow("has waited");
});

import { afterAll, beforeAll, expect, test } from "vitest";

import { cents, type Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { books } from "../../../test/billing/books.ts";
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
import { draftRun } from "./draft-run.ts";
import { issueRun } from "./issue-run.ts";
import { abandonRun } from "./settle-run.ts";
import { startRun } from "./start-run.ts";

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
async function drafted(month: string, owed: MadeUpOwed): Promise<Id<"run">> {
  const visit = { ...visitTo(town), actor: agentWith(["billing.write"]) };
  const id = newId<"run">();
  await startRun(visit, owed, { id, month: Temporal.PlainYearMonth.from(month) });
  await draftRun(town.database, owed, { run: id, now: visit.now });
  return id;
}
const carried = (run: Id<"run">) => town.database.read((reads) => carriedBy(reads, run, 10));
const text = async (path: string, params: object, owed = new MadeUpOwed()) => {
  const routes = [...billingFamilyRoutes(noPayments), ...runRoutes(owed)];
  const found = routes.find((one) => one.path === path && one.method === "GET");
  if (found === undefined) throw new Error(path);
  const actor = path.startsWith("/agent") ? agentWith(["billing.read", "billing.write"]) : guardianOf(home);
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

test("a bill with days of two years names the year of each", async () => {
  const may = await issuedMonth(town, "2025-05", [fact("2025-05-05", 800)]);
  await issuedMonth(town, "2026-05", [fact("2026-05-04", 900)]);
  const [asked] = await carried(may);
  const bill = await text("/factures/:invoice", { invoice: asked?.askedBy?.id });
  expect(bill).toContain("lundi 5 mai 2025");
  expect(bill).toContain("lundi 4 mai 2026");
});

test("what waited cannot be forgotten", async () => {
  const written = (sql: string) => town.database.write((writes) => writes.run(`test ${sql}`, sql));
  await expect(written("delete from carried_charge")).rejects.toThrow(/has waited|permission/);
  await expect(written("update carried_charge set invoice_id = null")).rejects.toThrow("has waited");
});

test("what waits joins the first bills of a later month, and nothing else: no bill of before, no complement", async () => {
  const paul = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Paul"] }));
  const of = (day: string, amount: number) => ({
    ...fact(day, amount),
    householdId: paul.id,
    guardianId: paul.guardians[0]?.id ?? newId<"guardian">(),
  });
  const documents = async () => {
    const { invoices, lost, wrongTotals, waiting } = await books(town.database);
    expect([lost, wrongTotals]).toEqual([[], []]);
    return [
      ...invoices.flatMap(({ householdId, kind, month, cents: amount }) =>
        householdId === paul.id ? `${kind} ${month.toPlainYearMonth().toString()} ${amount}` : [],
      ),
      ...waiting.flatMap((one) => (one.householdId === paul.id ? `waits ${one.cents}` : [])),
    ];
  };
  const june = [of("2026-06-08", 2000)];
  await issuedMonth(town, "2026-06", june);
  await issuedMonth(town, "2026-07", [of("2026-07-06", 900)]);
  expect(await documents()).toEqual(["invoice 2026-06 2000", "waits 900"]);
  // A month of before, billed for the first time; a correction of one that was billed; one of the month itself.
  await issuedMonth(town, "2025-12", [of("2025-12-07", 1600)]);
  await issuedMonth(town, "2026-06", [...june, of("2026-06-09", 1700)]);
  await issuedMonth(town, "2026-07", [of("2026-07-06", 900), of("2026-07-07", 700)]);
  const before = ["invoice 2026-06 2000", "invoice 2025-12 1600", "complement 2026-06 1700"];
  expect(await documents()).toEqual([...before, "waits 1600"]);
  // What is given back of a line that waits makes no credit note of what no bill has asked.
  await issuedMonth(town, "2026-07", [of("2026-07-06", 900), of("2026-07-07", 600)]);
  expect(await documents()).toEqual([...before, "waits 1500"]);
  const staying = "15,00 € de 1 payeur attendent et ne sont pas sur ces documents";
  const corrected = new MadeUpOwed([of("2026-07-06", 900), of("2026-07-07", 651)]);
  const again = await drafted("2026-07", corrected);
  for (const path of ["/agent/facturation/:run", "/agent/facturation/:run/emettre"])
    expect(await text(path, { run: again }, corrected)).toContain(staying);
  const visit = { ...visitTo(town), actor: agentWith(["billing.write"]) };
  await abandonRun(visit, again);
  const first = await drafted("2026-08", new MadeUpOwed());
  const joining = "15,00 € de 1 payeur, en attente depuis un mois précédent, seront sur ces factures";
  for (const path of ["/agent/facturation/:run", "/agent/facturation/:run/emettre"])
    expect(await text(path, { run: first })).toContain(joining);
  await issueRun(visit, new MadeUpOwed(), first);
  expect(await text("/agent/facturation/:run", { run: first })).toContain("sont sur ces factures");
  expect(await documents()).toEqual(["credit_note 2026-08 -100", ...before, "invoice 2026-08 1600"]);
});

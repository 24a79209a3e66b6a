import { afterAll, beforeAll, expect, test } from "vitest";

import { cents } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { noPayments } from "../../../test/billing/no-payments.ts";
import { issuedMonth } from "../../../test/billing/issued-month.ts";
import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { htmlOf, sent, visitTo } from "../../../test/builders/visit.tsx";
import { openInvoices } from "../account/standing.ts";
import { ledgerRoutes } from "../pages/agent/ledger/routes.ts";
import type { Payer } from "../rules/owed.ts";

let town: TestDatabase;
let home: Household;
let payer: Payer;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire"] }));
  payer = { householdId: home.id, guardianId: home.guardians[0]?.id ?? newId<"guardian">() };
  for (const [month, amount] of [
    ["2026-09", 4000],
    ["2026-10", 3000],
  ] as const)
    await issuedMonth(town, month, [
      { ...payer, sourceKey: `fee:${month}`, day: `${month}-07`, cents: amount },
    ]);
}, 60_000);
afterAll(() => town.close());

const routes = ledgerRoutes({
  ...noPayments,
  opened: () => Promise.resolve(true),
  underWay: () => Promise.resolve([{ ...payer, invoiceIds: [], amount: cents(4000), href: "/paiements/1" }]),
  hrefOf: (id) => id,
});
function ask(
  method: "GET" | "POST",
  tail: string,
  fields: object = {},
  rights = ["billing.read", "billing.write"],
) {
  const found = routes.find((one) => one.method === method && one.path.endsWith(`:guardian${tail}`));
  if (found === undefined) throw new Error("no route");
  const params = { household: payer.householdId, guardian: payer.guardianId };
  const visit = { ...visitTo(town), actor: agentWith(rights) };
  return found.handle(visit, sent(method === "GET" ? { params, query: fields } : { params, body: fields }));
}
const text = async (answer: ReturnType<typeof ask>) =>
  htmlOf(await answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
const open = () => town.database.read((reads) => openInvoices(reads, payer));

test("a write-off tells what it does before, is written once, and is read on the account with its decision", async () => {
  const october = (await open()).find(({ month }) => month.month === 10);
  const good = {
    cle: newId<"writeOff">(),
    montant: "35,00",
    facture: october?.id ?? "",
    decision: "Délibération 2026-41",
    jour: "2026-11-02",
    raison: "Aide du CCAS.",
  };
  expect(await text(ask("GET", "/remise"))).toContain("La famille paie en ce moment");
  const told = await text(ask("POST", "/remise", good));
  expect(told).toMatch(/Solde avant 70,00 €.*Solde après 35,00 €/);
  expect(told).toMatch(/30,00 € 30,00 € 0,00 €/);
  expect(await open()).toHaveLength(2);
  for (let sending = 0; sending < 2; sending += 1)
    expect(await ask("POST", "/remise", { ...good, confirme: "1" })).toMatchObject({ kind: "redirect" });
  const other = await ask("POST", "/remise", { ...good, montant: "5,00", confirme: "1" });
  expect(htmlOf(other)).toContain("Ce formulaire a déjà inscrit une autre remise");
  expect((await open()).map(({ month, open: left }) => [month.month, left])).toEqual([[9, 3500]]);
  const account = await text(ask("GET", "", { jour: "2026-11-11" }));
  expect(account).toContain("Somme des 3 écritures : 35,00 €");
  expect(account).toContain("Accordée : Aide du CCAS. (Délibération 2026-41, lundi 2 novembre 2026)");
  expect(account).toContain("Solde au soir du mercredi 11 novembre 2026 : 0,00 €");

  for (const [change, message] of [
    [{ montant: "35,01" }, "Ce compte doit 35,00"],
    [{ montant: "0" }, "Écrivez un montant en euros"],
    [{ decision: " " }, "Écrivez l’acte"],
    [{ raison: "" }, "Écrivez la raison."],
    [{ jour: "2026-11-13" }, "aujourd’hui ou un jour passé"],
    [{ facture: october?.id }, "déjà réglée"],
  ] as const) {
    const refused = await ask("POST", "/remise", {
      ...good,
      montant: "1",
      facture: "",
      ...change,
      cle: newId(),
      confirme: "1",
    });
    expect(refused).toMatchObject({ kind: "page", status: 422 });
    expect(htmlOf(refused)).toContain(message);
  }
  expect(await open()).toHaveLength(1);
});

test("who may only read the billing gives up nothing; an account that is none is not told", async () => {
  expect(await ask("POST", "/remise", {}, ["billing.read"])).toMatchObject({ kind: "not-found" });
  expect(await text(ask("GET", "", {}, ["billing.read"]))).not.toContain("Remettre");
  payer = { ...payer, guardianId: newId<"guardian">() };
  expect(await ask("GET", "")).toMatchObject({ kind: "not-found" });
});

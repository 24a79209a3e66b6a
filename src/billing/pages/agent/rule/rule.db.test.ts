import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import { agentWith } from "../../../../../test/builders/actors.ts";
import { htmlOf, sent, visitTo } from "../../../../../test/builders/visit.tsx";
import { ruleOn } from "../../../run/rule.ts";
import { ruleRoutes } from "./routes.tsx";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const visit = (rights: readonly string[] = ["billing.read", "billing.write"]) => ({
  ...visitTo(town),
  actor: agentWith(rights),
});
const on = (day: string) => town.database.read((reads) => ruleOn(reads, Temporal.PlainDate.from(day)));
const good = { des: "2027-01-01", factures: "rs", avoirs: "AV", delai: "45", seuil: "15", papier: "1" };

function post(body: Readonly<Record<string, string>>) {
  const save = ruleRoutes.find(({ method }) => method === "POST");
  if (save === undefined) throw new Error("no route");
  return save.handle(visit(), sent({ body }));
}

test("a rule holds from its day on, and what held before keeps its days", async () => {
  expect(await post(good)).toMatchObject({ kind: "redirect" });
  expect(await on("2027-01-01")).toEqual({
    invoiceSeries: "RS",
    creditSeries: "AV",
    dueDays: 45,
    carryOverBelow: 1500,
    paperByDefault: true,
  });
  expect(await on("2026-12-31")).toMatchObject({ invoiceSeries: "F", dueDays: 30, carryOverBelow: null });
  expect(await post({ ...good, seuil: "", delai: "60" })).toMatchObject({ kind: "redirect" });
  expect(await on("2027-01-01")).toMatchObject({ dueDays: 60, carryOverBelow: null });
  const show = ruleRoutes.find(({ method }) => method === "GET");
  const shown = htmlOf((await show?.handle(visit(), sent())) ?? { kind: "not-found" });
  expect(shown).toContain("vendredi 1er janvier 2027");
  expect(shown).toContain("Depuis le début");
});

test.each([
  ["a day that is gone", { des: "2026-11-11" }, "Choisissez aujourd’hui ou un jour à venir."],
  ["one series for both", { avoirs: "RS" }, "Choisissez deux séries différentes"],
  ["a series that is none", { factures: "F-1" }, "Écrivez une à quatre lettres majuscules"],
  ["an amount that is none", { seuil: "quinze" }, "Écrivez un montant en euros"],
  ["days that are none", { delai: "366" }, "Écrivez un nombre de jours entre 0 et 365."],
])("refuses %s, and says what to write", async (_what, change, message) => {
  const answer = await post({ ...good, ...change });
  expect(answer).toMatchObject({ kind: "page", status: 422 });
  expect(htmlOf(answer)).toContain(message);
});

test("who may only read the billing changes no rule", async () => {
  for (const route of ruleRoutes)
    expect(await route.handle(visit(["billing.read"]), sent({ body: good }))).toMatchObject({
      kind: "not-found",
    });
});

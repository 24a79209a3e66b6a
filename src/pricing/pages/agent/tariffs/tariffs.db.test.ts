import { afterAll, beforeAll, expect, test } from "vitest";

import { activityOffer } from "#activities";
import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { buildCanteen, newId } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import type { PriceEntry } from "../../../ruleset/section.ts";
import { writePriceSections } from "../../../ruleset/stored/stored-sections.ts";
import { tariffAgentRoutes } from "./routes.tsx";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let helene: Visit;

const PRICE: Omit<PriceEntry, "activities"> = {
  name: "Repas 2026-2027",
  price: {
    kind: "cases",
    cases: [
      { when: { residence: "outside" }, price: "4.90" },
      {
        price: {
          kind: "brackets",
          brackets: [
            { below: 700, price: "2.60" },
            { from: 700, price: "3.20" },
          ],
        },
      },
    ],
  },
  missingQf: "highest",
};

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, tariffAgentRoutes);
  helene = at.visit(agentWith(["tariffs.read", "tariffs.write"]));
  await town.database.write(async (writes) => {
    const offer = await activityOffer(writes, [at.rue.activityId]);
    await writePriceSections(
      writes,
      { prices: offer.map(({ activityCode }) => ({ activities: [activityCode], ...PRICE })) },
      { offer, from: Temporal.PlainDate.from("2026-09-01"), by: "Préau", now: helene.now },
    );
  });
}, 60_000);
afterAll(() => town.close());

const words = (answer: Answer) => wordsOf(htmlOf(answer)).replaceAll(/[\u00a0\u202f]/g, " ");
const statusOf = (answer: Answer) => (answer.kind === "page" ? (answer.status ?? 200) : answer.kind);
const list = async (le: string) => words(await at.ask("GET", "/agent/tarifs", helene, { query: { le } }));
const send = (path: string, body: unknown, visit = helene) => at.ask("POST", path, visit, { body });

const typed = (changes: Record<string, unknown> = {}) => ({
  pour: at.rue.activityId,
  rang: "0",
  le: "2026-11-02",
  services: at.rue.activityId,
  "price.cases.0.price": "5,10",
  "price.cases.1.price.brackets.0.below": "700",
  "price.cases.1.price.brackets.0.price": "2,70",
  "price.cases.1.price.brackets.1.from": "700",
  "price.cases.1.price.brackets.1.price": "3,30",
  du: "2027-01-04",
  qf: "650",
  ...changes,
});

test("the list says each tariff in words", async () => {
  const said = await list("2026-11-02");
  expect(said).toContain("1 tarif en vigueur le lundi 2 novembre 2026");
  expect(said).toContain("hors territoire : 4,90 €");
  expect(said).toContain("moins de 700 : 2,60 €");
  expect(said).toContain("Sans quotient connu : le prix le plus haut.");
});

test("before the first version nothing has a price, and the page says which", async () => {
  const said = await list("2026-08-01");
  expect(said).toContain("Aucun tarif ce jour-là");
  expect(said).toContain("1 prestation sans tarif ce jour-là");
});

test("the form shows the amounts; the check shows examples before and after; saved, past days keep theirs", async () => {
  const query = { pour: at.rue.activityId, rang: "0", le: "2026-11-02" };
  const form = htmlOf(await at.ask("GET", "/agent/tarifs/changer", helene, { query }));
  expect(form).toContain('value="2,60"');
  const check = words(await send("/agent/tarifs/verifier", typed()));
  expect(check).toContain("Exemples, pour un quotient de 650");
  expect(check).toContain("Enfant du territoire 2,60 € 2,70 €");
  expect(check).toContain("Enfant hors territoire 4,90 € 5,10 €");
  expect(check).toContain("Sans quotient connu 3,20 € 3,30 €");
  expect(await list("2027-01-04")).not.toContain("2,70 €");

  expect(statusOf(await send("/agent/tarifs/enregistrer", typed()))).toBe("redirect");
  // Sent twice, it is saved once.
  expect(statusOf(await send("/agent/tarifs/enregistrer", typed()))).toBe("redirect");
  expect(await list("2027-01-03")).toContain("moins de 700 : 2,60 €");
  expect(await list("2027-01-04")).toContain("moins de 700 : 2,70 €");
  const journal = await town.database.read((reads) =>
    reads.rows<{ facts: { from: string } }>(
      "test_tariff_journal",
      `select facts from journal_entry where act = 'tariffs.changed'`,
    ),
  );
  expect(journal).toMatchObject([{ facts: { from: "2027-01-04" } }]);
});

test("the check prices a share of an income or of a cost too, shows the conditions", async () => {
  const entry: Omit<PriceEntry, "activities"> = {
    name: "Sortie",
    price: {
      kind: "cases",
      cases: [
        { when: { residence: "outside" }, price: { kind: "share", of: "cost", percent: "100" } },
        { price: { kind: "share", of: "annualIncome", percent: "0.1" } },
      ],
    },
    adjustments: [{ name: "Hors territoire", when: { residence: "outside" }, plus: "3.00" }],
  };
  const outing = await town.database.write(async (writes) => {
    const built = await buildCanteen(writes, { dates: ["2027-01-06"], name: "Sortie" });
    const offer = await activityOffer(writes, [built.activityId]);
    await writePriceSections(
      writes,
      { prices: offer.map(({ activityCode }) => ({ activities: [activityCode], ...entry })) },
      { offer, from: Temporal.PlainDate.from("2026-09-01"), by: "Préau", now: helene.now },
    );
    return built;
  });
  const check = words(
    await send("/agent/tarifs/verifier", {
      pour: outing.activityId,
      rang: "0",
      le: "2026-11-02",
      services: outing.activityId,
      "price.cases.0.price.percent": "50",
      "price.cases.1.price.percent": "0,2",
      "adjustments.0.plus": "4,00",
      du: "2027-01-04",
      qf: "650",
    }),
  );
  expect(check).toContain("Enfant du territoire 24,00 € 48,00 €");
  expect(check).toContain("Enfant hors territoire 23,00 € 14,00 €");
  expect(check).toContain("Hors territoire : 3,00 € de plus");
  expect(check).toContain("Hors territoire : 4,00 € de plus");
  expect(check).not.toContain("Il manque une donnée");
});

test.each<[string, Record<string, unknown>, string]>([
  ["an amount that is none", { "price.cases.0.price": "cinq euros" }, "Écrivez un montant, comme 3,20."],
  [
    "brackets that overlap",
    { "price.cases.1.price.brackets.1.from": "650" },
    "un quotient à partir de 650 et en dessous de 700 aurait deux prix",
  ],
  ["a day that is past", { du: "2026-10-01" }, "Ce jour est passé"],
  ["no service", { services: [] }, "Cochez au moins un service."],
  ["a quotient that is none", { qf: "beaucoup" }, "Écrivez un nombre, comme 700 ou 0,55."],
])("refused at its field: %s", async (_, changes, sentence) => {
  const answer = await send("/agent/tarifs/enregistrer", typed({ du: "2026-12-01", ...changes }));
  expect(statusOf(answer)).toBe(422);
  expect(words(answer)).toContain(sentence);
  expect(await list("2026-12-01")).toContain("moins de 700 : 2,60 €");
});

test("the finding of the check stands at the field of its bracket", async () => {
  const html = htmlOf(
    await send(
      "/agent/tarifs/verifier",
      typed({ du: "2026-12-01", "price.cases.1.price.brackets.1.from": "650" }),
    ),
  );
  expect(html).toContain('href="#price.cases.1.price.brackets.1.from"');
});

test("another tariff on that day is not written over", async () => {
  const answer = await send(
    "/agent/tarifs/enregistrer",
    typed({ du: "2027-02-01", "price.cases.0.price": "5,50" }),
  );
  expect(statusOf(answer)).toBe(422);
  expect(words(answer)).toContain("a un autre tarif que celui que vous changez");
});

test("who may only read does not write; who holds the right at one site neither", async () => {
  for (const actor of [agentWith(["tariffs.read"]), agentWith(["tariffs.write"], [at.rue.siteId])]) {
    const visit = at.visit(actor);
    expect(["refusal", "not-found"]).toContain(
      statusOf(await send("/agent/tarifs/enregistrer", typed(), visit)),
    );
  }
  const nowhere = { pour: newId<"activity">(), rang: "0", le: "2026-11-02" };
  expect(await at.ask("GET", "/agent/tarifs/changer", helene, { query: nowhere })).toMatchObject({
    kind: "not-found",
  });
});

test("a double click saves once: both find it saved, and the journal has one line", async () => {
  const twice = typed({ le: "2027-01-04", du: "2027-03-01", "price.cases.0.price": "6,10" });
  const save = () => send("/agent/tarifs/enregistrer", twice);
  expect((await Promise.all([save(), save()])).map(statusOf)).toEqual(["redirect", "redirect"]);
  const written = await town.database.read((reads) =>
    reads.rows<{ lines: number }>(
      "test_tariff_twice",
      `select count(*)::integer as lines from journal_entry
       where act = 'tariffs.changed' and facts ->> 'from' = '2027-03-01'
       union all
       select count(*)::integer from tariff_rule where section = 'prices' and valid_from = '2027-03-01'`,
    ),
  );
  expect(written).toEqual([{ lines: 1 }, { lines: 1 }]);
});

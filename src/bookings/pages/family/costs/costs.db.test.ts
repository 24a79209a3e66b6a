import { afterAll, beforeAll, expect, test } from "vitest";

import { activityOffer } from "#activities";
import { writePriceSections } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../../test/builders/actors.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { knowIncome } from "../../../../../test/builders/income.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { bookingsFamilyRoutes } from "../routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
}, 60_000);
afterAll(() => town.close());

type Prices = NonNullable<Parameters<typeof writePriceSections>[1]["prices"]>;

const BRACKETS = {
  kind: "brackets" as const,
  brackets: [
    { below: 700, price: "2.60" },
    { from: 700, price: "3.90" },
  ],
};

/** What a meal of Rue costs from a day on. */
async function priced(from: string, ...entries: readonly Omit<Prices[number], "activities">[]) {
  await town.database.write(async (writes) => {
    const offer = await activityOffer(writes, [at.rue.activityId]);
    const activities = offer.map(({ activityCode }) => activityCode);
    const change = {
      offer,
      from: Temporal.PlainDate.from(from),
      by: "Préau",
      now: Temporal.Instant.from("2026-11-02T08:00:00Z"),
    };
    await writePriceSections(writes, { prices: entries.map((entry) => ({ activities, ...entry })) }, change);
  });
}

const claireOf = async (children: readonly string[]) => {
  const home = await at.family({ children });
  return { home, visit: at.visit(guardianOf(home)) };
};
const plain = (html: string) => wordsOf(html).replaceAll("\u202f", " ");
const prices = async (visit: ReturnType<typeof at.visit>) =>
  plain(htmlOf(await at.ask("GET", "/tarifs", visit)));

test("an authority without tariffs says nothing of prices", async () => {
  const { visit } = await claireOf(["Lina"]);
  const planning = await at.planning(visit);
  expect(planning).not.toContain("data-cents");
  expect(planning).not.toContain("/tarifs");
  expect(await prices(visit)).toContain("Les prix ne sont pas encore ici");
});

test("the price stands on the planning once a line, then in the total, on the receipt, on the page of prices", async () => {
  await priced("2026-09-01", { name: "Repas", price: BRACKETS, missingQf: "highest" });
  const { visit } = await claireOf(["Lina", "Hugo"]);
  const planning = await at.planning(visit);
  expect(plain(planning)).toContain("Lina, repas : 3,90 €");
  expect(planning.match(/data-cents="390"/g)?.length).toBeGreaterThan(2);
  // On the names of the lines only: no box has a price of its own.
  expect(planning).not.toMatch(/<td[^>]*data-cents/);

  const body = bodyOf(formOf(planning), "Lina Repas , lundi 9 novembre", "Lina Repas , mardi 10 novembre");
  const confirm = plain(htmlOf(await at.ask("POST", "/planning/verifier", visit, { body })));
  expect(confirm).toContain("Environ + 7,80 €");
  expect(confirm).toContain("Lina, repas : 2 × 3,90 €");
  expect(confirm).toContain("le règlement applique le prix le plus haut");
  const receipt = plain(await at.receipt(visit, await at.save(visit, body)));
  expect(receipt).toContain("Environ + 7,80 €");
  expect(receipt).toContain("Pourquoi ce prix ?");
  expect(await prices(visit)).toContain("Repas : 3,90 €");

  const back = bodyOf(formOf(await at.planning(visit)), "Lina Repas , lundi 9 novembre");
  const given = plain(htmlOf(await at.ask("POST", "/planning/verifier", visit, { body: back })));
  expect(given).toContain("Environ − 3,90 €");
  expect(given).toContain("Lina, repas : 3,90 € en moins");
  expect(given).not.toContain("rendu");
});

test("a free place is said to be free, and given back says nothing of prices", async () => {
  await priced("2026-09-01", { price: "0.00" });
  const { visit } = await claireOf(["Lina"]);
  const address = await at.save(
    visit,
    bodyOf(formOf(await at.planning(visit)), "Lina Repas , lundi 9 novembre"),
  );
  const receipt = plain(await at.receipt(visit, address));
  expect(receipt).toContain("Coût estimé Gratuit Lina, repas : gratuit");
  expect(receipt).not.toContain("Environ");
  const back = bodyOf(formOf(await at.planning(visit)), "Lina Repas , lundi 9 novembre");
  expect(plain(htmlOf(await at.ask("POST", "/planning/verifier", visit, { body: back })))).not.toContain(
    "Coût estimé",
  );
});

test("each day has the tariff that holds then", async () => {
  await priced("2026-09-01", { price: "3.00" });
  await priced("2026-11-16", { price: "3.50" });
  const { home, visit } = await claireOf(["Lina"]);
  await town.database.write((writes) =>
    knowIncome(writes, home, { qf: 64_200, from: "2026-09-01", until: "2026-11-15" }),
  );
  // The tariff changes that day, whatever the quotient: its end is no reason.
  expect(await prices(visit)).not.toContain("Votre quotient familial vaut jusqu’au");
  const planning = await at.planning(visit);
  expect(plain(planning)).toContain("Lina, repas : de 3,00 € à 3,50 €");
  expect(planning).toMatch(/<td[^>]*data-cents="300"|<td[^>]*data-cents="350"/);
  const body = bodyOf(formOf(planning), "Lina Repas , lundi 9 novembre", "Lina Repas , lundi 16 novembre");
  expect(plain(htmlOf(await at.ask("POST", "/planning/verifier", visit, { body })))).toContain(
    "Environ + 6,50 €",
  );
});

test("the rank counts the children of the household that are enrolled", async () => {
  const second = { name: "Deuxième", when: { rank: { from: 2 } }, percent: "-50" };
  await priced("2026-09-01", { price: "4.00", adjustments: [second] });
  const { visit } = await claireOf(["Lina", "Hugo"]);
  const said = plain(await at.planning(visit));
  expect(said).toMatch(/: 4,00 €.*: 2,00 €/);
});

test("the price follows the quotient of the household, and only its adults read it", async () => {
  await priced("2026-09-01", { price: BRACKETS, missingQf: "highest" });
  const { home, visit } = await claireOf(["Lina"]);
  await town.database.write((writes) =>
    knowIncome(writes, home, { qf: 64_200, from: "2026-09-01", until: "2026-11-15" }),
  );
  // Before it ends, the family reads what the day after costs, and what to do.
  const shown = await prices(visit);
  expect(shown).toContain("À partir du lundi 16 novembre 2026 : 3,90 €.");
  expect(shown.split("Votre quotient familial vaut jusqu’au dimanche 15 novembre 2026")).toHaveLength(2);
  expect(shown).toContain("Déclarer le nouveau quotient");
  expect(plain(await at.planning(visit))).toContain(
    "vaut jusqu’au dimanche 15 novembre 2026 : à partir du lendemain",
  );
  const planning = await at.planning(visit);
  expect(plain(planning)).toContain("Lina, repas : de 2,60 € à 3,90 €");
  const early = bodyOf(formOf(planning), "Lina Repas , lundi 9 novembre");
  const asked = plain(htmlOf(await at.ask("POST", "/planning/verifier", visit, { body: early })));
  expect(asked).toContain("2,60 €");
  expect(asked).toContain("Quotient familial : 642");
  const receipt = await at.save(visit, early);
  const agent = { ...visit, actor: { ...visit.actor, guardian: null } };
  expect(plain(await at.receipt(visit, receipt))).toContain("642");
  const told = plain(await at.receipt(agent, receipt));
  expect(told).toContain("2,60 €");
  expect(told).not.toContain("642");
  // The day after its last one, the tariff's rule says the price.
  const late = bodyOf(formOf(await at.planning(visit)), "Lina Repas , lundi 16 novembre");
  const then = plain(htmlOf(await at.ask("POST", "/planning/verifier", visit, { body: late })));
  expect(then).toContain("3,90 €");
  expect(then).toContain("Le quotient familial valait jusqu’au dimanche 15 novembre 2026");
});

test("a price that nobody can say is named, never 0: by the quotient, or for the service to settle", async () => {
  await priced("2026-09-01", { price: BRACKETS });
  const { visit } = await claireOf(["Lina"]);
  expect(plain(await at.planning(visit))).toContain("Lina, repas : selon votre quotient");
  await priced("2026-09-01", { price: { kind: "share", of: "cost", percent: "50" } });
  const planning = await at.planning(visit);
  expect(plain(planning)).toContain("Lina, repas : prix à établir par le service");
  expect(planning).not.toContain("data-cents");
  const body = bodyOf(formOf(planning), "Lina Repas , lundi 9 novembre");
  const confirm = plain(htmlOf(await at.ask("POST", "/planning/verifier", visit, { body })));
  expect(confirm).toContain("Une partie du prix est à établir par le service.");
  expect(confirm).not.toContain("0,00 €");
  expect(await prices(visit)).toContain("prix à établir par le service");
});

test("nobody reads the prices of another family", async () => {
  expect(await at.ask("GET", "/tarifs", at.visit({ kind: "visitor" }))).toEqual({ kind: "sign-in" });
  const stranger = await at.family({ lastName: "Inconnu", children: ["Noa"] });
  expect(await prices(at.visit(guardianOf(stranger)))).not.toContain("Lina");
});

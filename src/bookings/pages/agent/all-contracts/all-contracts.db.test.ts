import { afterAll, beforeAll, expect, test } from "vitest";

import type { SignedIn } from "#identity";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { centreTown, later } from "../../../../../test/builders/centre-town.ts";
import { wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf, sent, visitTo } from "../../../../../test/builders/visit.tsx";
import { allContractsRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof nurseries>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await nurseries();
}, 60_000);
afterAll(() => town.close());

const LIST = "/agent/contrats";
const reception = agentWith(["bookings.read", "bookings.write"]);

/** Two nurseries: at the first a contract that runs in November and one to come, at the second one of December. */
async function nurseries() {
  const places = centreTown(town);
  const nursery = () => places.centre({ units: [{ name: "Accueil", from: 480, to: 1020, hourStep: 30 }] });
  const [galets, dunes] = [await nursery(), await nursery()];
  const lina = await places.family(galets, { lastName: "Roux", children: ["Lina"] });
  const zoe = await places.family(dunes, { lastName: "Petit", children: ["Zoé"] });
  const sign = (home: { id: string }, first: string, last: string) =>
    town.database.write((writes) =>
      writes.run(
        "test_sign",
        `insert into care_contract (id, enrolment_id, unit_id, first_day, last_day, week, by_label, at)
         select gen_random_uuid(), e.id, u.id, $2, $3, '[{"weekday": 1, "from": 480, "to": 1020}, {"weekday": 2, "from": 480, "to": 570}]',
                'essai', now()
         from enrolment e join unit u using (activity_id) where e.household_id = $1`,
        [home.id, first, last],
      ),
    );
  await sign(lina, "2026-11-02", "2026-11-30");
  await sign(lina, "2027-01-04", "2027-02-26");
  await sign(zoe, "2026-12-01", "2026-12-18");
  return { galets, dunes, lina };
}

async function ask(path: string, query: object = {}, actor: SignedIn = reception, now = later(0)) {
  const route = allContractsRoutes.find((known) => known.path === path);
  if (route === undefined) throw new Error(`No route ${path}`);
  return route.handle(visitTo(town, { actor, now }), sent({ query }));
}
const words = async (...asked: Parameters<typeof ask>) => wordsOf(htmlOf(await ask(...asked)));

test("every contract is listed with its site, child, dates, hours a week and state, counts first", async () => {
  const page = await words(LIST);
  expect(page).toContain("1 contrat en cours, 2 à venir, 0 passé");
  expect(page).toMatch(/Roux Lina .*02\/11\/2026 – 30\/11\/2026 10\sh\s30 En cours/);
  expect(page).toMatch(/Petit Zoé .*01\/12\/2026 – 18\/12\/2026 10\sh\s30 À venir/);
  expect(htmlOf(await ask(LIST))).toContain(`/agent/familles/${at.lina.id}/contrats`);
});

test("by site, and in force on a day, both ends included", async () => {
  expect(await words(LIST, { lieu: at.dunes.siteId })).not.toContain("Lina");
  for (const [jour, count] of [
    ["2026-11-01", 0],
    ["2026-11-30", 1],
    ["2026-12-01", 1],
    ["2026-12-19", 0],
  ] as const) {
    const page = await words(LIST, { jour });
    expect([jour, [...page.matchAll(/10\sh\s30/g)].length]).toEqual([jour, count]);
  }
  expect(await words(LIST, { jour: "2026-12-19" })).toContain("Aucun contrat d’accueil");
});

test("the file has the same lines, hours as a number; both are told to the journal", async () => {
  const file = await ask(`${LIST}/export.csv`, { lieu: at.galets.siteId, jour: "2026-11-16" });
  const body = file.kind === "file" ? String(file.body) : "";
  expect(body.trim().split("\r\n")).toHaveLength(2);
  expect(body).toContain("Roux;Lina;");
  expect(body).toContain(";2026-11-02;2026-11-30;10,5;En cours");
  const acts = await town.database.read((reads) =>
    reads.rows<{ act: string }>(
      "test_contracts_journal",
      `select distinct act from journal_entry where act like 'bookings.contracts%' order by 1`,
    ),
  );
  expect(acts.map(({ act }) => act)).toEqual(["bookings.contracts-exported", "bookings.contracts-read"]);
});

test("an agent of some sites reads those of children who come there; once the season is over, none", async () => {
  const ofDunes = agentWith(["bookings.read"], [at.dunes.siteId]);
  const page = await words(LIST, {}, ofDunes);
  expect(page).toContain("Petit Zoé");
  expect(page).not.toMatch(/Lina|Roux/);
  expect(htmlOf(await ask(LIST, {}, ofDunes))).not.toContain("/agent/familles/");
  expect(await words(LIST, { lieu: at.galets.siteId }, ofDunes)).toContain("Aucun contrat");
  expect(await words(LIST, {}, agentWith(["bookings.read"], [newId<"site">()]))).toContain("Aucun contrat");
  const after = Temporal.Instant.from("2029-01-10T08:00:00Z");
  expect(await words(LIST, {}, ofDunes, after)).toContain("Aucun contrat");
  expect(await words(LIST, {}, reception, after)).toContain("0 contrat en cours, 0 à venir, 3 passés");
});

test("what is no day stays as it was typed, with what to write instead", async () => {
  const answer = await ask(LIST, { jour: "31/02/2026" });
  expect(answer).toMatchObject({ kind: "page", status: 422 });
  const html = htmlOf(answer);
  expect(html).toContain('<a href="#jour">');
  expect(html).toContain('value="31/02/2026"');
  expect(html.split("« 31/02/2026 » n’est pas une date")).toHaveLength(3);
  expect(html).not.toMatch(/Lina|<table/);
  expect(await ask(`${LIST}/export.csv`, { jour: "31/02/2026" })).toMatchObject({ kind: "redirect" });
});

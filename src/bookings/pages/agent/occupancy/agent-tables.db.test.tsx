import { afterAll, beforeAll, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { CENTRE_WEEK, centreTown, lineOf } from "../../../../../test/builders/centre-town.ts";
import type { Centre } from "../../../../../test/builders/centre.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { listRoutes } from "../lists/routes.ts";
import { occupancyRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let centre: Centre;
let agent: Visit;
const [MONDAY = ""] = CENTRE_WEEK;

// A centre with chosen hours, and three places that all its children share.
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [...occupancyRoutes, ...listRoutes]);
  const a = centreTown(town);
  centre = await a.centre({
    units: [{ name: "Accueil", from: 480, to: 1080, hourStep: 30, places: 4 }],
    shares: [{ from: 480, to: 1080, places: 3 }],
    judgedBy: "week",
  });
  await town.database.write((writes) =>
    writes.run(
      "test_age_group",
      `insert into age_group (activity_id, code, name, from_months, until_months, children_per_adult)
       values ($1, 'grands', 'Grands', 72, 144, 2)`,
      [centre.activityId],
    ),
  );
  const slot = centre.slotOf("Accueil", MONDAY);
  const hours = (from: number, to: number, child: number) => ({ child, hours: { from, to } });
  const home = await a.family(centre, { children: ["Lina", "Hugo", "Zoé"], lastName: "=Roux" });
  await a.send(home, [
    lineOf("book", home, slot, hours(480, 600, 0)),
    lineOf("book", home, slot, hours(540, 720, 1)),
    lineOf("book", home, slot, hours(540, 600, 2)),
  ]);
  const waiting = await a.family(centre, { children: ["Noé"], lastName: "Attente" });
  await a.send(waiting, [lineOf("wait", waiting, slot, { hours: { from: 480, to: 600 } })]);
  agent = at.visit(agentWith(["bookings.read", "families.read"]));
}, 60_000);
afterAll(() => town.close());

const words = (answer: Answer) => wordsOf(htmlOf(answer));
const period = (changes: Record<string, string> = {}) => ({
  activite: centre.activityId,
  du: MONDAY,
  au: MONDAY,
  ...changes,
});
const get = (path: string, query: Record<string, string> = period(), visit = agent) =>
  at.ask("GET", path, visit, { query });
const bodyOf = (answer: Answer) => (answer.kind === "file" ? String(answer.body) : "");

test("a day: places taken, what is left of the shared ones, who waits, and the adults of the busiest moment", async () => {
  const page = words(await get("/agent/occupation"));
  expect(page).toMatch(/Lundi 16 novembre 3 sur 3/);
  expect(page).toMatch(/Lundi 16 novembre 3 0 3 0 1 2 Total/);
  expect(page).toContain("Encadrants : comptés d’après les tranches d’âge de ce service.");
  expect(htmlOf(await get("/agent/occupation"))).toContain(
    `/agent/occupation/${centre.activityId}/${MONDAY}`,
  );
  const csv = bodyOf(await get("/agent/occupation/export.csv"));
  expect(csv).toContain("2026-11-16;Centre de Rue;Accueil de loisirs – Rue;Accueil;3;0;3;0;1;2;\r\n");
});

test("the same by half-hour: the most who are there together", async () => {
  const params = { activity: centre.activityId, date: MONDAY };
  const page = words(await at.ask("GET", "/agent/occupation/:activity/:date", agent, { params }));
  expect(page).toContain("2 encadrants au moment le plus chargé.");
  expect(page).toContain("8 h – 8 h 30 1 3 0 1");
  expect(page).toContain("9 h – 9 h 30 3 3 0 2");
  expect(page).toContain("10 h – 10 h 30 1 3 0 1");
  expect(page).toContain("17 h 30 – 18 h 0 3 0 0");
});

test.each([
  ["reserves", "3 personnes, 3 places prises.", "=Roux Lina"],
  ["inscrits", "4 personnes, 4 inscriptions.", "Attente Noé"],
  [
    "attente",
    "1 demande en attente, 0 place proposée.",
    "Attente Noé 16/11/2026 Accueil de loisirs – Rue Accueil 1 0",
  ],
])("the list « %s » counts first, then names", async (quoi, count, name) => {
  const page = words(await get("/agent/listes", period({ quoi })));
  expect(page).toContain(count);
  expect(page).toContain(name);
});

test("who comes with others takes their places on the list too", async () => {
  const brings = (companions: number) =>
    town.database.write((writes) =>
      writes.run(
        "test_list_brings",
        `update booking set companions = $1::integer, places = $1::integer + 1
         where participant_id = (select id from participant where first_name = 'Zoé')`,
        [companions],
      ),
    );
  await brings(2);
  expect(words(await get("/agent/listes"))).toContain("3 personnes, 5 places prises.");
  await brings(0);
});

test("a day for which an absence was announced says so", async () => {
  await town.database.write((writes) =>
    writes.run(
      "test_announced",
      `insert into absence_notice (booking_id, cause, account_id, by_label, by_agent, at)
       select b.id, 'sick', gen_random_uuid(), 'Claire', false, '2026-11-16T07:00:00Z'
       from booking b join participant p on p.id = b.participant_id where p.first_name = 'Hugo'`,
    ),
  );
  const page = words(await get("/agent/listes", period()));
  expect(page).toMatch(/Hugo .* de 9 h à 12 h 1 16\/11 \(annoncé absent\)/);
  expect(page).not.toMatch(/de 8 h à 10 h 1 16\/11 \(annoncé/);
});

test("a spreadsheet gets every line, no formula; telephones only for who may read files", async () => {
  const csv = bodyOf(await get("/agent/listes/export.csv"));
  expect(csv.replaceAll("\u00a0", " ")).toContain(
    "'=Roux;Lina;;2018-05-04;Centre de Rue;Accueil de loisirs – Rue;Accueil;de 8 h à 10 h;1;16/11;Claire =Roux;",
  );
  const without = at.visit(agentWith(["bookings.read"]));
  const cut = bodyOf(await get("/agent/listes/export.csv", period(), without));
  expect(cut).toContain("'=Roux;Lina");
  expect(cut).not.toMatch(/Claire|Téléphone/);
  const journal = await town.database.read((reads) =>
    reads.rows<{ act: string }>(
      "test_list_journal",
      `select act from journal_entry where act like 'bookings.list%'`,
    ),
  );
  expect(journal.filter(({ act }) => act === "bookings.list-exported")).toHaveLength(2);
});

test("an agent of another site sees nothing of it, whatever the address says", async () => {
  const stranger = at.visit(agentWith(["bookings.read", "families.read"], [at.rue.siteId]));
  for (const path of ["/agent/occupation", "/agent/listes"]) {
    expect(words(await get(path, period({ lieu: centre.siteId }), stranger))).not.toMatch(
      /Accueil de loisirs|Roux/,
    );
  }
  const params = { activity: centre.activityId, date: MONDAY };
  expect((await at.ask("GET", "/agent/occupation/:activity/:date", stranger, { params })).kind).toBe(
    "not-found",
  );
});

test("without a day it is this week; with a last day alone, its week until then", async () => {
  expect(words(await get("/agent/occupation", {}))).toContain("Du lundi 2 au dimanche 8 novembre");
  expect(words(await get("/agent/occupation", { au: "2026-10-14" }))).toContain("Du lundi 12 au mercredi 14");
});

test.each([
  [
    "an end before the start",
    { du: "2026-11-16", au: "2026-11-12" },
    "au",
    "écrivez le lundi 16 novembre 2026",
  ],
  [
    "more than two months",
    { du: "2026-11-01", au: "2027-06-30" },
    "au",
    "jusqu’au vendredi 1er janvier 2027",
  ],
  ["what is no date", { du: "31/02/2026", au: "2026-11-12" }, "du", "« 31/02/2026 » n’est pas une date"],
])("%s is said at the top and at its field, and what was typed stays", async (_, typed, field, message) => {
  for (const path of ["/agent/occupation", "/agent/listes"]) {
    const answer = await get(path, { ...typed, quoi: "inscrits" });
    expect(answer).toMatchObject({ kind: "page", status: 422 });
    const html = htmlOf(answer);
    expect(html).toContain(`<a href="#${field}">`);
    expect(html).toContain(`id="${field}-correction"`);
    expect(html.split(message)).toHaveLength(3);
    for (const text of Object.values(typed)) expect(html).toContain(`value="${text}"`);
    expect(html).not.toMatch(/Roux|<table/);
    const csv = await get(`${path}/export.csv`, typed);
    expect(csv.kind === "redirect" && csv.to).toContain(`${path}?`);
  }
});

test("who waits can be called before the offer runs out, by who may read files", async () => {
  const page = words(await get("/agent/listes", period({ quoi: "attente" })));
  expect(page).toMatch(/Attend Claire Attente/);
  const csv = bodyOf(await get("/agent/listes/export.csv", period({ quoi: "attente" })));
  expect(csv).toContain(";Adulte à joindre;Téléphone\r\n");
  // A spreadsheet sorts days, and takes them for days in any language.
  expect(csv).toMatch(/;2026-11-\d\d;.*;2026-\d\d-\d\d \d\d:\d\d;/);
  const other = at.visit(agentWith(["bookings.read"]));
  expect(words(await get("/agent/listes", period({ quoi: "attente" }), other))).not.toContain("Claire");
});

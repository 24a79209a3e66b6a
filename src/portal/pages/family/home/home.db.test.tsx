import { afterAll, beforeAll, expect, test } from "vitest";

import { everyoneOf, type Visit } from "#identity";
import type { Reads } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../../../../../test/builders/canteen.ts";
import { buildHousehold } from "../../../../../test/builders/household.ts";
import { htmlOf, sent, visitTo } from "../../../../../test/builders/visit.tsx";
import { submitBookings } from "#bookings";
import { familyHome } from "./family-home.ts";
import { homeRoute } from "./route.tsx";

/** Thursday 12 November 2026, 9 h in Paris: the instant of `visitTo`. */
const NOW = Temporal.Instant.from("2026-11-12T08:00:00Z");

let town: TestDatabase;
let rue: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  rue = await town.database.write((writes) =>
    buildCanteen(writes, { dates: ["2026-11-12", "2026-11-13", "2026-11-16", "2026-11-17", "2026-12-20"] }),
  );
}, 60_000);
afterAll(() => town.close());

const family = (settings: Parameters<typeof buildHousehold>[1]) =>
  town.database.write((writes) => buildHousehold(writes, { enrolledIn: [rue], ...settings }));

async function book(home: Awaited<ReturnType<typeof family>>, ...days: readonly string[]) {
  const lines = home.children.flatMap((child) =>
    days.map((day) => ({ act: "book" as const, participantId: child.id, slotId: rue.slotOn(day) })),
  );
  const yesterday = NOW.subtract({ hours: 24 });
  await submitBookings(
    { ...town, actor: guardianOf(home), now: yesterday },
    { key: newId<"submission">(), lines },
  );
}

const homeOf = async (changes: Partial<Visit>) => homeRoute.handle(visitTo(town, changes), sent());

test("a guardian reads the days of the children of his or her households, and of no other", async () => {
  const home = await family({ children: ["Lina", "Hugo"] });
  const other = await family({ lastName: "Voisin", children: ["Maxence"] });
  await book(home, "2026-11-12", "2026-11-13");
  await book(other, "2026-11-12");
  const html = htmlOf(await homeOf({ actor: guardianOf(home) }));
  expect(html).toContain('Aujourd’hui <span class="soft small">jeudi 12 novembre</span>');
  expect(html.match(/Repas à Rue/g)).toHaveLength(4);
  expect(html).toContain("La semaine prochaine est vide pour Hugo et Lina.");
  expect(html).toContain("/planning?semaine=2026-11-09#jour-2026-11-13");
  expect(html).not.toContain("Maxence");
});

test("a child of two households of one guardian stands once", async () => {
  const one = await family({ lastName: "Un", children: ["Zoé"] });
  const two = await family({ lastName: "Deux", children: [], sharedChildren: one.children });
  await book(one, "2026-11-13");
  const found = await town.database.read((reads) => familyHome(reads, everyoneOf([one.id, two.id]), NOW));
  expect(found.children.map(({ name }) => name)).toEqual(["Zoé"]);
  expect(found.places.map(({ date, place }) => [date.toString(), place.kind])).toEqual([
    ["2026-11-12", "missed"],
    ["2026-11-13", "booked"],
    ["2026-11-16", "free"],
    ["2026-11-17", "free"],
  ]);
});

test("a child whose enrolment is over stands without one", async () => {
  const home = await family({ lastName: "Fini", enrolledUntil: "2026-11-11" });
  const found = await town.database.read((reads) => familyHome(reads, everyoneOf([home.id]), NOW));
  expect(found.children.map(({ name, enrolled }) => [name, enrolled])).toEqual([["Lina", false]]);
  expect(found.places).toEqual([]);
});

test("the page of a family costs four statements, however many children it has", async () => {
  const home = await family({ lastName: "Nombreuse", children: ["A", "B", "C", "D", "E"] });
  await book(home, "2026-11-13", "2026-11-16");
  const names: string[] = [];
  await town.database.read((reads) => {
    const counting: Reads = {
      rows: (name, sql, parameters) => (names.push(name), reads.rows(name, sql, parameters)),
      row: (name, sql, parameters) => (names.push(name), reads.row(name, sql, parameters)),
    };
    return familyHome(counting, everyoneOf([home.id]), NOW);
  });
  expect(names).toEqual(["family_home_children", "planning_cells", "household_turns", "basket_places"]);
});

test("a child who waits on a list: which service and day, at which rank, and where to see it", async () => {
  const full = await town.database.write((writes) =>
    buildCanteen(writes, { dates: ["2026-11-19"], places: 0 }),
  );
  const before = await family({ lastName: "Avant", enrolledIn: [full] });
  const home = await family({ lastName: "Attente", children: ["Hugo"], enrolledIn: [full] });
  for (const [minutes, who] of [before, home].entries()) {
    const lines = who.children.map(({ id }) => ({
      act: "wait" as const,
      participantId: id,
      slotId: full.slotOn("2026-11-19"),
    }));
    const now = NOW.subtract({ minutes: 60 - minutes });
    await submitBookings({ ...town, actor: guardianOf(who), now }, { key: newId<"submission">(), lines });
  }
  const html = htmlOf(await homeOf({ actor: guardianOf(home) })).replace(/<[^>]*>/g, "");
  expect(html).toContain("Sur liste d’attente");
  expect(html).toContain("Hugo, repas du jeudi 19 novembre. Hugo est 2ᵉ sur la liste. Restauration scolaire");
  expect(htmlOf(await homeOf({ actor: guardianOf(home) }))).toContain(
    '<a href="/places-proposees">Voir vos listes',
  );
  expect(htmlOf(await homeOf({ actor: guardianOf(await family({ lastName: "Sans" })) }))).not.toContain(
    "Voir vos listes d’attente",
  );
});

test("a visitor reads what the espace is for and how to enter; a demonstration says that it is one", async () => {
  const html = htmlOf(await homeOf({}));
  expect(html).toContain('href="/connexion"');
  expect(html).toContain("03\u00a022\u00a027\u00a000\u00a000");
  expect(html).not.toContain("démonstration");
  expect(html).not.toContain("/dev/courrier");
  const demonstration = htmlOf(await homeOf({ authority: { ...town.authority, demonstration: true } }));
  expect(demonstration).toContain("les écoles, les familles et les prix sont inventés");
  expect(demonstration).toContain('href="/dev/courrier"');
});

test("an agent without a family goes to the agents' desk; an account without either reads whom to call", async () => {
  expect(await homeOf({ actor: agentWith(["billing.read"]) })).toMatchObject({ to: "/agent/facturation" });
  expect(await homeOf({ actor: agentWith(["kitchen.read"]) })).toMatchObject({
    kind: "redirect",
    to: "/agent",
  });
  const html = htmlOf(await homeOf({ actor: agentWith([]) }));
  expect(html).toContain("Aucune famille pour le moment");
  expect(html).toContain("03\u00a022\u00a027\u00a000\u00a000");
});

test("what opens for booking is told until it has opened", async () => {
  const home = await family({});
  await town.database.write((writes) =>
    writes.run(
      "test_window",
      `insert into booking_window (season_id, first_day, last_day, opens_at)
       values ($1, '2026-12-20', '2026-12-20', '2026-11-20T07:30:00Z')`,
      [rue.seasonId],
    ),
  );
  const sentence = "Réservations ouvertes le vendredi 20 novembre à 8\u00a0h\u00a030 pour tous.";
  expect(htmlOf(await homeOf({ actor: guardianOf(home) }))).toContain(sentence);
  const opened = Temporal.Instant.from("2026-11-20T07:30:00Z");
  expect(htmlOf(await homeOf({ actor: guardianOf(home), now: opened }))).not.toContain("Ouvertures à venir");
});

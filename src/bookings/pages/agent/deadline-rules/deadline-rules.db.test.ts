import { afterAll, beforeAll, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { ruleEditRoutes } from "./edit-routes.ts";
import { ruleListRoutes } from "./list-routes.tsx";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let helene: Visit;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [...ruleListRoutes, ...ruleEditRoutes]);
  helene = at.visit(agentWith(["offer.write", "bookings.read"]));
}, 60_000);
afterAll(() => town.close());

const LIST = "/agent/delais/reglages";
const CSV = "/agent/delais/reglages/liste.csv";
const CHOOSE = "/agent/delais/reglages/choisir";
const WRITE = "/agent/delais/reglages/ecrire";
const CHECK = "/agent/delais/reglages/verifier";
const SAVE = "/agent/delais/reglages/enregistrer";

/** Two working days before, at 10 h, to cancel; from Tuesday 1 December. */
const form = (changes: Record<string, unknown> = {}) => ({
  pour: at.rue.activityId,
  acte: ["annuler"],
  forme: "jours",
  jours: "2",
  coupe: "heure",
  heure: "10:00",
  hors: ["saturdays", "sundays", "publicHolidays"],
  du: "2026-12-01",
  ...changes,
});
const words = (answer: Answer) => wordsOf(htmlOf(answer));
const statusOf = (answer: Answer) => (answer.kind === "page" ? (answer.status ?? 200) : answer.kind);
const send = (path: string, body: unknown, visit = helene) => at.ask("POST", path, visit, { body });
const list = async (query: Record<string, unknown> = {}) =>
  words(await at.ask("GET", LIST, helene, { query }));

/** Until when a meal may be booked and cancelled, as its slot keeps it: « 2026-11-27T12:00 2026-11-27T10:00 ». */
async function instants(date: string): Promise<string> {
  const row = await town.database.read((reads) =>
    reads.row<{ book: Temporal.Instant; cancel: Temporal.Instant }>(
      "test_instants",
      `select book_until as book, cancel_until as cancel from slot where unit_id = $1 and date = $2`,
      [at.rue.unitId, date],
    ),
  );
  const local = (instant: Temporal.Instant | undefined) =>
    instant?.toZonedDateTimeISO("Europe/Paris").toPlainDateTime().toString({ smallestUnit: "minute" });
  return `${local(row?.book)} ${local(row?.cancel)}`;
}

test("a rule is chosen, written, shown on a month of slots, then holds from its day; the days before keep theirs", async () => {
  expect(await list()).toContain(
    "Toutes Toutes Réserver et annuler 1 jour avant, à l’heure de la séance (les samedis, les dimanches et les jours fériés ne comptent pas).",
  );
  const chosen = await at.ask("GET", CHOOSE, helene, { query: { pour: at.rue.activityId } });
  expect(words(chosen)).toContain("Des jours francs avant une période");
  const query = { pour: at.rue.activityId, acte: "annuler", forme: "jours" };
  const written = htmlOf(await at.ask("GET", WRITE, helene, { query }));
  expect(written).toContain('value="2026-11-03"');
  expect(written).toMatch(
    /name="coupe" checked value="debut"|value="debut"[^>]*checked|checked[^>]*value="debut"/,
  );

  const check = words(await send(CHECK, form()));
  expect(check).toContain("Rien n’est encore fait.");
  expect(check).toMatch(/Restauration scolaire – Rue\s: pour annuler, .* \(jusque-là, .*\)\./);
  expect(check).toContain("Annuler : ");
  expect(check).toContain("Les séances, décembre 2026");
  expect(check).toContain(
    "Mardi 1er décembre 0 Réserver : lundi 30 novembre à 12 h Annuler : lundi 30 novembre à 12 h " +
      "Réserver : lundi 30 novembre à 12 h Annuler : vendredi 27 novembre à 10 h",
  );
  const november = words(await send(CHECK, form({ mois: "2026-11" })));
  expect(november).toContain("dont 0 change.");
  expect(november).toContain(
    "Lundi 30 novembre 0 Réserver : vendredi 27 novembre à 12 h Annuler : vendredi 27 novembre à 12 h Ne change pas",
  );
  expect(await instants("2026-12-01")).toBe("2026-11-30T12:00 2026-11-30T12:00");

  const saved = await send(SAVE, form());
  expect(saved).toMatchObject({
    kind: "redirect",
    to: `${LIST}?pour=${at.rue.activityId}&fait=${at.rue.activityId}`,
  });
  expect(await instants("2026-12-01")).toBe("2026-11-30T12:00 2026-11-27T10:00");
  expect(await instants("2026-11-30")).toBe("2026-11-27T12:00 2026-11-27T12:00");
  expect(statusOf(await send(SAVE, form()))).toBe("redirect");
  expect(words(await send(CHECK, form()))).toContain("Tout est déjà ainsi : rien ne changerait.");

  const after = await list({ pour: at.rue.activityId, fait: at.rue.activityId });
  expect(after).toContain("C’est enregistré : Restauration scolaire – Rue");
  expect(after).toContain("1 délai est prévu pour plus tard.");
  expect(after).toContain(
    "2 jours avant, à 10 h (les samedis, les dimanches et les jours fériés ne comptent pas). mardi 1er décembre 2026 À venir",
  );
  const csv = await at.ask("GET", CSV, helene);
  expect(csv.kind === "file" && String(csv.body)).toContain("2 jours avant");
  const journal = await town.database.read((reads) =>
    reads.rows("test_rule_journal", `select from journal_entry where act = 'deadlines.rule'`),
  );
  expect(journal).toHaveLength(1);
});

test("what was planned for later, for the same thing, is replaced and said; other plans stay", async () => {
  await send(SAVE, form({ du: "2027-03-01", acte: ["reserver"], jours: "5" }));
  await send(SAVE, form({ du: "2027-03-01", jours: "4" }));
  expect(words(await send(CHECK, form({ du: "2027-01-04", jours: "3" })))).toContain(
    "1 délai prévu pour plus tard est remplacé.",
  );
  await send(SAVE, form({ du: "2027-01-04", jours: "3" }));
  const rules = await list();
  expect(rules).toContain("3 jours avant");
  expect(rules).toContain("5 jours avant");
  expect(rules).not.toContain("4 jours avant");
});

test.each([
  ["a form without what it closes", { acte: [] }, "Cochez ce que ce délai ferme."],
  ["no form", { forme: "" }, "Choisissez une forme."],
  ["no general rule above the general one", { forme: "general" }, "Ce réglage est déjà le plus général"],
  ["a day that is gone", { du: "2026-11-01" }, "Les séances passées gardent leur délai"],
  ["a day that is far", { du: "2036-11-01" }, "Choisissez un jour des 5 années à venir."],
  ["days that are none", { jours: "-1" }, "Écrivez un nombre entre 0 et 90."],
])("%s is corrected at its field", async (_what, changes, message) => {
  for (const path of [CHECK, SAVE]) {
    const answer = await send(path, form(changes));
    expect(statusOf(answer)).toBe(422);
    expect(words(answer)).toContain(message);
  }
});

test("a weekday in no group is told before it is written", async () => {
  const groups = {
    forme: "groupes",
    sinon: "reste",
    "ferme-1": "5",
    "ferme-1-coupe": "heure",
    "ferme-1-heure": "09:00",
  };
  const check = words(await send(CHECK, form({ ...groups, du: "2027-05-01" })));
  expect(check).toContain("ouvre aussi le mardi, jeudi et vendredi : ces séances n’auraient pas de délai.");
  expect(check).toContain("Des séances n’auraient pas de délai");
});

test("only who changes the whole offer may; a unit of another activity does not exist", async () => {
  const reader = at.visit(agentWith(["bookings.read"], [at.rue.siteId]));
  expect(words(await at.ask("GET", LIST, reader))).not.toContain("Écrire un délai");
  for (const [path, visit, body] of [
    [SAVE, reader, form()],
    [CHECK, at.visit(agentWith(["offer.write"], [at.rue.siteId])), form()],
    [SAVE, helene, form({ prestations: newId<"unit">() })],
    [SAVE, helene, form({ pour: newId<"activity">() })],
    [SAVE, helene, form({ saison: "x" })],
  ] as const)
    expect(statusOf(await send(path, body, visit))).toBe("not-found");
});

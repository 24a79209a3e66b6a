import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { liftMoveRoutes } from "./lift-routes.tsx";
import { monthRoutes } from "./month-routes.ts";
import { moveRoutes } from "./move-routes.ts";

const routes = [...monthRoutes, ...moveRoutes, ...liftMoveRoutes];

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let quend: Canteen;
let paul: Visit;
let nadia: Visit;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, routes);
  quend = await at.canteen({ name: "Quend", rule: { kind: "never" } });
  paul = at.visit(agentWith(["closures.write", "bookings.read"], [at.rue.siteId]));
  nadia = at.visit(agentWith(["bookings.read"]));
}, 60_000);
afterAll(() => town.close());

const MONTH = "/agent/delais";
const CSV = "/agent/delais/liste.csv";
const LIST = "/agent/delais/deplaces";
const CHECK = "/agent/delais/deplaces/verifier";
const SAVE = "/agent/delais/deplaces/enregistrer";
const LIFT = "/agent/delais/deplaces/:move/retablir";

const form = (changes: Record<string, unknown> = {}) => ({
  pour: at.rue.activityId,
  acte: "tout",
  du: "2026-11-16",
  au: "2026-11-20",
  jour: "2026-11-11",
  heure: "10 h",
  motif: "le traiteur est fermé dès jeudi",
  ...changes,
});
const words = (answer: Answer) => wordsOf(htmlOf(answer));
const statusOf = (answer: Answer) => (answer.kind === "page" ? answer.status : answer.kind);
const month = async (visit: Visit, query: Record<string, unknown> = {}) =>
  words(await at.ask("GET", MONTH, visit, { query }));

describe("the month", () => {
  test("says for each day both deadlines, the days that were skipped and why, and the sentence", async () => {
    const page = await month(paul);
    expect(page).toContain("17 séances ouvertes, 0 séance fermée.");
    expect(page).toContain(
      "Jeudi 12 novembre mardi 10 novembre à 12 h mardi 10 novembre à 12 h " +
        "Mercredi 11 novembre est férié (Armistice 1918). " +
        "Modifiable jusqu’au mardi 10 novembre à 12 h, parce que mercredi 11 novembre est férié (Armistice 1918).",
    );
    expect(page).toContain(
      "Mardi 10 novembre lundi 9 novembre à 12 h lundi 9 novembre à 12 h Aucun jour écarté.",
    );
    expect(page).not.toContain("Changer les heures");
  });

  test("never prints the instant that stands for « never »", async () => {
    const page = await month(nadia, { pour: quend.unitId });
    expect(page).toContain("Pas en ligne Pas en ligne Aucun jour écarté. Ne se modifie pas en ligne.");
    expect(page).not.toContain("janvier 1970");
    expect(page).not.toContain("Déplacer un délai à la main");
  });

  test("is the same for a spreadsheet", async () => {
    const answer = await at.ask("GET", CSV, paul, { query: { pour: at.rue.unitId, mois: "2026-12" } });
    if (answer.kind !== "file") throw new Error(answer.kind);
    expect(answer.name).toBe("Délais Restauration scolaire – Rue décembre 2026.csv");
    const [header, first] = String(answer.body).replaceAll("\u00a0", " ").split("\r\n");
    expect(header).toContain("Jour;Réserver jusqu’au;Annuler jusqu’au;Jours écartés et raisons;");
    expect(first).toContain("Mardi 1er décembre;lundi 30 novembre à 12 h;lundi 30 novembre à 12 h;");
  });

  test.each([
    ["another site's unit", () => ({ pour: quend.unitId, mois: "2026-11" })],
    ["a unit that does not exist", () => ({ pour: newId<"unit">(), mois: "2026-11" })],
  ])("of %s is not found", async (_, query) => {
    for (const path of [MONTH, CSV])
      expect((await at.ask("GET", path, paul, { query: query() })).kind).toBe("not-found");
  });
});

test("a move is told first, then done, then told, seen in the month, and lifted; twice alike", async () => {
  const check = words(await at.ask("POST", CHECK, paul, { body: form() }));
  expect(check).toContain(
    "Déplacer le délai du lundi 16 au vendredi 20 novembre : Restauration scolaire – Rue",
  );
  expect(check).toContain("Rien n’est encore fait.");
  expect(check).toContain("4 séances changent de délai.");
  expect(check).toContain(
    "Jeudi 19 novembre Repas 0 Modifiable jusqu’au mercredi 18 novembre à 12 h Modifiable jusqu’au mercredi 11 novembre à 10 h",
  );
  expect(await month(paul)).not.toContain("ce délai a été déplacé");

  const [first, second] = await Promise.all([1, 2].map(() => at.ask("POST", SAVE, paul, { body: form() })));
  expect(first).toEqual(second);
  if (first?.kind !== "redirect") throw new Error("Not moved");
  const move = first.to.replace(`${LIST}?fait=`, "");
  const list = async () => words(await at.ask("GET", LIST, paul, { query: { fait: move } }));
  const told = await list();
  expect(told).toContain("C’est déplacé : Restauration scolaire – Rue, du lundi 16 au vendredi 20 novembre");
  expect(told).toContain("Réserver et annuler : jusqu’au mercredi 11 novembre à 10 h.");
  expect(told).toContain("Déplacé par Paul Martin : « le traiteur est fermé dès jeudi ».");
  expect(await month(paul)).toContain(
    "Modifiable jusqu’au mercredi 11 novembre à 10 h, parce que ce délai a été déplacé (le traiteur est fermé dès jeudi).",
  );

  const params = { move };
  expect(words(await at.ask("GET", LIFT, paul, { params }))).toContain("Rétablir le délai du lundi 16");
  for (const _ of [1, 2]) {
    expect(await at.ask("POST", LIFT, paul, { params })).toMatchObject({
      kind: "redirect",
      to: `${LIST}?fait=${move}`,
    });
  }
  expect(await list()).toContain("C’est rétabli");
  expect(await month(paul)).not.toContain("ce délai a été déplacé");
});

describe.each([CHECK, SAVE])("POST %s refuses and loses nothing of what was typed", (path) => {
  test.each([
    ["no activity", { pour: "" }, "Choisissez le service"],
    ["a target that is no id", { pour: "1 or 1=1" }, "Choisissez le service"],
    ["no act", { acte: "tous" }, "Choisissez ce qui ferme"],
    ["no first day", { du: "" }, "Écrivez le jour de la première séance"],
    ["yesterday", { du: "2026-11-01" }, "à partir d’aujourd’hui, lundi 2 novembre 2026"],
    ["an end before the start", { au: "2026-11-12" }, "La dernière séance vient avant la première"],
    ["a year", { au: "2027-11-12" }, "Écrivez 92 jours au plus"],
    ["a cut-off that is gone", { jour: "2026-11-01" }, "Ce jour est passé"],
    ["a cut-off after the days", { jour: "2026-11-21" }, "Ce délai vient après la dernière séance"],
    ["no cut-off", { jour: "" }, "Écrivez le dernier jour pour agir"],
    ["an hour that no clock shows", { heure: "25:00" }, "Écrivez une heure"],
    ["no reason", { motif: " " }, "Écrivez un motif"],
  ])("%s", async (_, changes, message) => {
    const answer = await at.ask("POST", path, paul, { body: form(changes) });
    expect(statusOf(answer)).toBe(422);
    expect(words(answer)).toContain(message);
    if (!("motif" in changes)) expect(htmlOf(answer)).toContain('value="le traiteur est fermé dès jeudi"');
  });

  test("another site's activity is not found", async () => {
    const answer = await at.ask("POST", path, paul, { body: form({ pour: quend.activityId }) });
    expect(answer.kind).toBe("not-found");
  });
});

test("another site's move is not shown, told about, asked for or lifted", async () => {
  const helene = at.visit(agentWith(["closures.write"]));
  const saved = await at.ask("POST", SAVE, helene, {
    body: form({ pour: `${quend.activityId} ${quend.unitId}` }),
  });
  if (saved.kind !== "redirect") throw new Error("Not moved");
  const move = saved.to.replace(`${LIST}?fait=`, "");
  expect(words(await at.ask("GET", LIST, paul, { query: { fait: move } }))).not.toContain("Quend");
  for (const method of ["GET", "POST"] as const)
    expect((await at.ask(method, LIFT, paul, { params: { move } })).kind).toBe("not-found");
});

test.each([
  ["a visitor", { kind: "visitor" } as const, "sign-in"],
  ["an agent without the rights", agentWith(["families.read"]), "not-found"],
])("%s reaches none of these pages", async (_, actor, kind) => {
  const visit = at.visit(actor);
  for (const { method, path } of routes) {
    const answer = await at.ask(method === "GET" ? "GET" : "POST", path, visit, {
      params: { move: newId() },
      body: form(),
    });
    expect(answer.kind).toBe(kind);
  }
});

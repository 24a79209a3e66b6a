import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { activitiesAgentRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let helene: Visit;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, activitiesAgentRoutes);
  helene = at.visit(agentWith(["calendar.write"]));
}, 60_000);
afterAll(() => town.close());

const PAGE = "/agent/calendrier";
const header = "school_year,kind,first_day_off,last_day_off,label,evidence";

const show = async (query: Record<string, unknown> = {}) =>
  wordsOf(htmlOf(await at.ask("GET", PAGE, helene, { query })));
const post = (path: string, body: unknown, visit = helene) =>
  at.ask("POST", `${PAGE}/${path}`, visit, { body });
const words = (answer: Answer) => wordsOf(htmlOf(answer));
const statusOf = (answer: Answer) => (answer.kind === "page" ? (answer.status ?? 200) : answer.kind);

/** All that these pages can write, and the events that they announced. */
const written = () =>
  town.database.read(async (reads) => ({
    setting: await reads.rows("test_setting", `select public_holidays, school_zone from calendar_setting`),
    periods: await reads.rows(
      "test_periods",
      `select zone, label, first_day_off::text as first, last_day_off::text as last, confirmed
       from school_period order by 1, 3`,
    ),
    journal: await reads.rows("test_calendar_journal", `select act from journal_entry order by id`),
  }));

test("the calendar says how far it goes, what is to be confirmed, and the public holidays", async () => {
  const page = await show();
  expect(page).toContain("Les jours d’école sont connus jusqu’au samedi 3 juillet 2027.");
  expect(page).toContain("tant que l’année 2027-2028 n’est pas importée");
  expect(page).toContain("Année scolaire 2026-2027");
  expect(page).toContain("à confirmer : comparez les dates");
  expect(page).toContain("mercredi 11 novembre : Armistice 1918");
  expect(page).toContain("lundi 29 mars : lundi de Pâques");
  expect(page).toContain("Jours fériés de 2027");
});

test("a season beyond the calendar names the year that is missing, and what it means", async () => {
  await at.canteen({ name: "Nouvion", lastDay: "2027-12-17" });
  const page = await show();
  expect(page).toContain("Année scolaire 2027-2028 manquante");
  expect(page).toContain(
    "Aucun jour n’est proposé après le samedi 3 juillet 2027 pour Restauration scolaire – Nouvion.",
  );
});

describe("confirming dates", () => {
  const period = { zone: "B", jour: "2027-02-20" };
  test("they are confirmed, once in the journal, however often the button is pressed", async () => {
    const before = (await written()).journal.length;
    for (const _ of [1, 2]) {
      expect(await post("confirmer", period)).toMatchObject({ to: `${PAGE}?fait=confirme` });
    }
    const after = await written();
    expect(after.periods).toContainEqual(expect.objectContaining({ first: "2027-02-20", confirmed: true }));
    expect(after.journal).toHaveLength(before + 1);
    expect(await show({ fait: "confirme" })).toContain("Ces dates sont confirmées.");
  });
  test.each([
    ["a day without a period", { jour: "2027-02-21" }, "not-found"],
    ["another zone", { zone: "C" }, "not-found"],
    ["no zone", { zone: "Z" }, "refusal"],
    ["no day", { jour: "demain" }, "refusal"],
  ])("%s is refused", async (_, changes, kind) => {
    const before = await written();
    expect((await post("confirmer", { ...period, ...changes })).kind).toBe(kind);
    expect(await written()).toEqual(before);
  });
});

describe("importing", () => {
  // Winter moves by a week; the last line ends before it begins.
  const moved = [
    header,
    "2026-2027,holiday,2027-02-13,2027-02-28,Hiver,C",
    "2026-2027,holiday,2027-04-30,2027-04-17,Printemps,C",
  ].join("\r\n");

  test("says which lines are not taken, what moves, and which days open and close; writes nothing", async () => {
    const before = await written();
    const preview = words(await post("import/verifier", { texte: moved }));
    expect(preview).toContain("1 ligne n’est pas prise");
    expect(preview).toContain("Le dernier jour (17/04/2027) vient avant le premier (30/04/2027).");
    expect(preview).toContain("Changé Hiver 2026-2027, du samedi 13 au dimanche 28 février");
    expect(preview).toContain("Avant : Hiver 2026-2027, du samedi 20 février au dimanche 7 mars");
    expect(preview).toContain("4 jours ne seront plus proposés");
    expect(preview).toContain("lundi 15 février 2027");
    expect(preview).toContain("4 jours de plus seront proposés");
    expect(await written()).toEqual(before);
  });

  test("applied twice at once, it is stored once", async () => {
    const both = await Promise.all([1, 2].map(() => post("import/enregistrer", { texte: moved })));
    for (const answer of both) expect(answer).toMatchObject({ to: `${PAGE}?fait=import` });
    const winters = (await written()).periods.filter((period) => /2027-02/.test(JSON.stringify(period)));
    expect(winters).toEqual([
      { zone: "B", label: "Hiver", first: "2027-02-13", last: "2027-02-28", confirmed: true },
    ]);
    expect(words(await post("import/verifier", { texte: moved }))).toContain("Rien ne change");
  });

  test("the State's file for another zone changes nothing, and says so", async () => {
    const texte = JSON.stringify([{ description: "Vacances d'Hiver", zones: "Zone A" }]);
    const preview = words(await post("import/verifier", { texte }));
    expect(preview).toContain("Rien dans ce fichier n’est de la zone B.");
    expect(preview).toContain("Rien ne change");
  });

  test("the text stands below the preview again, to be corrected", async () => {
    expect(htmlOf(await post("import/verifier", { texte: "n’importe quoi <b>" }))).toContain(
      "n’importe quoi &lt;b>",
    );
  });

  test.each(["import/verifier", "import/enregistrer"])("POST %s refuses what is no text", async (path) => {
    const before = await written();
    for (const texte of ["", "  ", "a\u0000b", "\ud800", ["a", "b"], 12, undefined, "x".repeat(150_001)]) {
      expect(statusOf(await post(path, { texte })), JSON.stringify(texte)?.slice(0, 20)).toBe(422);
    }
    expect(statusOf(await post(path, "text"))).toBe(422);
    expect(await written()).toEqual(before);
  });

  test("what was pasted is not lost when it is refused", async () => {
    expect(htmlOf(await post("import/verifier", { texte: "ligne\u0007" }))).toContain("ligne");
  });
});

describe("choosing", () => {
  test("another region says which days close, then is taken", async () => {
    const choice = { zone: "B", feries: "alsace-moselle" };
    const preview = words(await post("choix/verifier", choice));
    expect(preview).toContain("Rien n’est encore fait.");
    expect(preview).toContain("1 jour ne sera plus proposé");
    expect(preview).toContain("vendredi 26 mars 2027");
    expect((await written()).setting).toEqual([{ public_holidays: "metropole", school_zone: "B" }]);
    expect(await post("choix/enregistrer", choice)).toMatchObject({ to: `${PAGE}?fait=choix` });
    expect((await written()).setting).toEqual([{ public_holidays: "alsace-moselle", school_zone: "B" }]);
    expect((await written()).journal.at(-1)).toEqual({ act: "calendar.choose" });
    expect(words(await post("choix/verifier", choice))).toContain("rien ne change");
  });

  test("a zone without a calendar closes nothing, and says what it means", async () => {
    const preview = words(await post("choix/verifier", { zone: "A", feries: "alsace-moselle" }));
    expect(preview).toContain("Aucune année n’est complète pour la zone A");
    expect(preview).toContain("Aucun jour proposé ne change.");
  });

  test.each(["choix/verifier", "choix/enregistrer"])("POST %s refuses another answer", async (path) => {
    const before = await written();
    for (const zone of ["D", "", ["A", "B"], undefined]) {
      const status = statusOf(await post(path, { zone, feries: "metropole" }));
      expect(status === 422 || status === "refusal").toBe(true);
    }
    expect(await written()).toEqual(before);
  });
});

test.each([
  ["a visitor", () => at.visit({ kind: "visitor" }), "sign-in"],
  ["an agent without the right", () => at.visit(agentWith(["closures.write"])), "not-found"],
  ["an agent of one site", () => at.visit(agentWith(["calendar.write"], [at.rue.siteId])), "not-found"],
])("%s reaches none of these pages", async (_, visit, kind) => {
  const before = await written();
  const body = { zone: "C", feries: "metropole", jour: "2027-04-17", texte: header };
  for (const { method, path } of activitiesAgentRoutes) {
    expect((await at.ask(method, path, visit(), { body })).kind).toBe(kind);
  }
  expect(await written()).toEqual(before);
});

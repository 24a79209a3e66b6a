import { openVault } from "#documents";
import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import { agentWith, guardianOf } from "../../test/builders/actors.ts";
import { newId, type Canteen } from "../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../test/builders/family-town.tsx";
import type { Household } from "../../test/builders/household.ts";
import { htmlOf } from "../../test/builders/visit.tsx";
import { publicationRoutes } from "./pages/routes.ts";

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
const WRITE = "/agent/publications/ecrire";
const AGENT = "/agent/publications/:publication";
const FAMILY = "/actualites/:publication";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let quend: Canteen;
let home: Household;
let elsewhere: Household;
let claire: Visit;
let karim: Visit;
let helene: Visit;
let paul: Visit;
beforeAll(async () => {
  town = await testDatabase();
  const folder = join(tmpdir(), "preau-publications");
  const vault = openVault({ filesDir: folder, keysDir: folder, s3: null, clamd: null, mostMegabytes: 1 });
  at = await familyTown(town, publicationRoutes(vault, new URL("https://espace.exemple.fr")));
  quend = await at.canteen({ name: "Restauration scolaire – Quend" });
  home = await at.family({ children: ["Lina"], guardians: ["Claire"] });
  elsewhere = await at.family({ children: ["Hugo"], guardians: ["Karim"], enrolledIn: [quend] });
  claire = at.visit(guardianOf(home));
  karim = at.visit(guardianOf(elsewhere));
  helene = at.visit(agentWith(["publications.write"]));
  paul = at.visit(agentWith(["publications.write"], [at.rue.siteId]));
}, 60_000);
afterAll(() => town.close());

const visitor = () => at.visit({ kind: "visitor" });
const later = (visit: Visit, hours: number): Visit => ({ ...visit, now: NOW.add({ hours }) });
const words = (answer: Answer) => wordsOf(htmlOf(answer));
const read = (visit: Visit, publication: string) => at.ask("GET", FAMILY, visit, { params: { publication } });
const list = async (visit: Visit) => words(await at.ask("GET", "/actualites", visit));
const post = (visit: Visit, act: string, publication: string, body: unknown = {}) =>
  at.ask("POST", `${AGENT}/${act}`, visit, { params: { publication }, body });

async function written(fields: Record<string, unknown>, by = helene): Promise<string> {
  const publication = newId();
  const body = {
    cle: publication,
    genre: "news",
    titre: "Fête",
    texte: "Jeudi.",
    pour: "families",
    ...fields,
  };
  const answer = await at.ask("POST", WRITE, by, { body });
  if (answer.kind !== "redirect") throw new Error(`Not written: ${words(answer)}`);
  return publication;
}

async function published(fields: Record<string, unknown>, by = helene): Promise<string> {
  const publication = await written(fields, by);
  await post(by, "publier", publication, { quand: "maintenant" });
  return publication;
}

test("a draft is seen by no family; published, by those for whom it is written, until it is withdrawn", async () => {
  const one = await written({ titre: "Sortie de Rue", pour: "site", lieu: at.rue.siteId });
  expect(await list(claire)).not.toContain("Sortie de Rue");
  expect((await read(claire, one)).kind).toBe("not-found");
  await post(helene, "publier", one, { quand: "maintenant", epinglee: "1" });
  expect(await list(claire)).toContain("Sortie de Rue");
  for (const other of [karim, visitor()]) {
    expect(await list(other)).not.toContain("Sortie de Rue");
    expect((await read(other, one)).kind).toBe("not-found");
  }
  await post(helene, "retirer", one);
  expect((await read(claire, one)).kind).toBe("not-found");
});

test("what is scheduled appears at its hour, and may be taken back before", async () => {
  const one = await written({ titre: "Grève du 3" });
  await post(helene, "publier", one, { quand: "plus-tard", jour: "2026-11-03", heure: "07:30" });
  expect(await list(claire)).not.toContain("Grève du 3");
  expect(await list(later(claire, 22))).not.toContain("Grève du 3");
  expect(await list(later(claire, 23))).toContain("Grève du 3");
  await post(helene, "retirer", one);
  expect(await list(later(claire, 23))).not.toContain("Grève du 3");
  const past = await post(helene, "publier", one, { quand: "plus-tard", jour: "2026-11-01", heure: "07:30" });
  expect(words(past)).toContain("Choisissez un moment à venir.");
});

test("what is public is read without signing in; what is typed is never markup", async () => {
  const one = await published({
    pour: "public",
    texte: "<script>alert(1)</script>\n- https://exemple.fr/menus",
  });
  const html = htmlOf(await read(visitor(), one));
  expect(html).toContain("&lt;script");
  expect(html).toContain('<a href="https://exemple.fr/menus"');
});

test("rules are accepted version by version; a change asks again where the agent says so", async () => {
  const one = await published({ genre: "rules", titre: "Règlement" });
  const accept = (visit: Visit, version: string, accepte = "1") =>
    at.ask("POST", `${FAMILY}/accepter`, visit, { params: { publication: one }, body: { version, accepte } });
  expect(words(await accept(claire, "1", ""))).toContain("Cochez la case");
  expect((await accept(claire, "1")).kind).toBe("redirect");
  expect(words(await read(claire, one))).toContain("Vous avez accepté la version 1 le lundi 2 novembre");

  const change = (texte: string, version: string, accepter: string) =>
    post(helene, "corriger", one, { version, titre: "Règlement", texte, accepter });
  await change("Vendredi.", "1", "1");
  expect(words(await read(claire, one))).toContain("Ce règlement a changé depuis que vous l’avez accepté");
  expect(words(await accept(claire, "1"))).toContain("a changé pendant que vous le lisiez");
  expect((await accept(claire, "2")).kind).toBe("redirect");
  await change("Vendredi, à midi.", "2", "");
  expect(htmlOf(await read(claire, one))).not.toContain("<form");
  expect(words(await change("Autre.", "2", "1"))).toContain("Un collègue l’a changée");
  expect(words(await accept(visitor(), "3"))).toBe("");

  const page = words(await at.ask("GET", AGENT, helene, { params: { publication: one } }));
  expect(page).toMatch(/Ont accepté la dernière version à accepter 1 sur 2/);
  const csv = await at.ask("GET", `${AGENT}/lecteurs.csv`, helene, { params: { publication: one } });
  if (csv.kind !== "file") throw new Error(csv.kind);
  expect(String(csv.body)).toMatch(/Claire [^;]*;[^;]*;2026-11-02 09:00;2026-11-02 09:00;2/);
  expect(String(csv.body)).toMatch(/Karim [^;]*;[^;]*;;;/);
});

test("an agent of one site writes to its families only, and sees nothing else", async () => {
  const all = await published({ titre: "Pour toutes" });
  for (const act of ["publier", "retirer", "epingler"]) {
    expect((await post(paul, act, all, { quand: "maintenant", epinglee: "1" })).kind).toBe("not-found");
  }
  for (const path of [AGENT, `${AGENT}/corriger`, `${AGENT}/lecteurs.csv`])
    expect((await at.ask("GET", path, paul, { params: { publication: all } })).kind).toBe("not-found");
  const own = await published({ titre: "Pour Rue", pour: "activity", service: at.rue.activityId }, paul);
  const seen = words(await at.ask("GET", "/agent/publications", paul));
  expect(seen).toContain("Pour Rue");
  expect(seen).not.toContain("Pour toutes");
  expect((await read(claire, own)).kind).toBe("page");
  for (const foreign of [{ pour: "families" }, { pour: "activity", service: quend.activityId }]) {
    const body = { cle: newId(), genre: "news", titre: "Non", texte: "Non.", ...foreign };
    expect((await at.ask("POST", WRITE, paul, { body })).kind).toBe("page");
  }
});

test("a child over whom an adult has no authority leads to nothing for this adult", async () => {
  const one = await published({ titre: "Classe de Lina", pour: "site", lieu: at.rue.siteId });
  await town.database.write((writes) =>
    writes.run(
      "test_withheld",
      `insert into withheld_authority (guardian_id, participant_id, by_label, at) values ($1, $2, 'Test', now())`,
      [home.guardians[0]?.id ?? "", home.children[0]?.id ?? ""],
    ),
  );
  expect((await read(claire, one)).kind).toBe("not-found");
});

test("a form that is sent twice writes once", async () => {
  const publication = newId();
  const body = { cle: publication, genre: "news", titre: "Deux fois", texte: "Oui.", pour: "families" };
  await Promise.all([at.ask("POST", WRITE, helene, { body }), at.ask("POST", WRITE, helene, { body })]);
  const seen = words(await at.ask("GET", "/agent/publications", helene));
  expect(seen.match(/Deux fois/g)).toHaveLength(1);
});

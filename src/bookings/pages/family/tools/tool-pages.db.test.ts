import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../../test/builders/actors.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { bookingsFamilyRoutes } from "../routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let lina: string;
let hugo: string;
let open: (path: string, query?: Record<string, unknown>) => ReturnType<typeof at.ask>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
  const home = await at.family({ children: ["Lina", "Hugo"] });
  [lina = "", hugo = ""] = home.children.map(({ id }) => id);
  open = (path, query = {}) => at.ask("GET", path, at.visit(guardianOf(home)), { query });
}, 60_000);
afterAll(() => town.close());

test.each([
  ["/planning/repeter", "Répéter une semaine"],
  ["/planning/copier", "Copier la semaine d’un enfant"],
  ["/planning/an-dernier", "Comme l’an dernier"],
  ["/planning/annuler", "Absent quelques jours : tout annuler"],
])("%s opened bare is the empty form", async (path, title) => {
  const answer = await open(path);
  expect(answer).toMatchObject({ kind: "page", status: 200, page: { title } });
  const html = htmlOf(answer);
  expect(html).toContain(`<form action="${path}"`);
  expect(html).not.toContain("À corriger");
  expect(wordsOf(html)).not.toMatch(/Invalid|expected/);
});

test.each([
  ["/planning/repeter", { annuler: "1" }],
  ["/planning/copier", { x: "1" }],
  ["/planning/an-dernier", { du: "" }],
  ["/planning/annuler", { du: "demain", au: "" }],
])("%s with less than it needs says what to choose in French", async (path, query) => {
  const answer = await open(path, query);
  expect(answer).toMatchObject({ kind: "page", status: 422 });
  const text = wordsOf(htmlOf(answer));
  expect(text).toContain("Choisissez");
  expect(text).not.toMatch(/Invalid|expected|undefined/);
});

test("refused dates come back as they were written, with one message at the top and one at the field", async () => {
  const answer = await open("/planning/annuler", { pour: hugo, du: "2026-11-20", au: "2026-11-10" });
  const html = htmlOf(answer);
  expect(html).toContain('<a href="#au">La date de fin vient avant la date de début.</a>');
  expect(html.match(/La date de fin vient avant/g)).toHaveLength(2);
  expect(html).toMatch(/name="du"[^>]*value="2026-11-20"/);
  expect(html).toMatch(/name="au"[^>]*value="2026-11-10"/);
  const boxes = [...html.matchAll(/<input[^>]*name="pour"[^>]*>/g)].map(([box]) => box);
  expect(boxes.map((box) => [box.includes(hugo), / checked/.test(box)])).toEqual(
    [
      [false, false],
      [true, true],
    ].toSorted((a, b) => (boxes[0]?.includes(hugo) ? Number(b[0]) - Number(a[0]) : 0)),
  );
});

test("copying to nobody, or to the child itself, asks for one thing", async () => {
  for (const [pour, message] of [
    [undefined, "Choisissez au moins une personne."],
    [lina, "Choisissez deux personnes différentes."],
  ]) {
    const html = htmlOf(await open("/planning/copier", { de: lina, pour, semaine: "2026-11-09" }));
    const summary = /<ul>[^]*?<\/ul>/.exec(html)?.[0] ?? "";
    expect(summary.match(/<li>/g)).toHaveLength(1);
    expect(summary).toContain(`<a href="#copier-vers">${message}</a>`);
    expect(html).toMatch(/<option value="2026-11-09" selected/);
  }
});

test("what cannot be cancelled says whose it is, and of which service", async () => {
  const home = await at.family({ lastName: "Tardif", children: ["Zoé"] });
  const [zoe] = home.children;
  const visit = at.visit(guardianOf(home));
  await at.save(visit, bodyOf(formOf(await at.planning(visit)), "lundi 9 novembre"));
  await town.database.write((writes) =>
    writes.run("test_late", "update slot set cancel_until = $2 where id = $1", [
      at.rue.slotOn("2026-11-09"),
      "2026-10-30T11:00:00Z",
    ]),
  );
  const query = { pour: zoe?.id, du: "2026-11-09", au: "2026-11-13" };
  const html = htmlOf(await at.ask("GET", "/planning/annuler", visit, { query }));
  expect(wordsOf(html)).toContain("Trop tard pour annuler : Zoé, repas (lundi 9 novembre).");
});

import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { bookingsFamilyRoutes } from "#bookings";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import type { Canteen } from "../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../test/builders/family-town.tsx";
import type { Household } from "../../../test/builders/household.ts";
import { htmlOf } from "../../../test/builders/visit.tsx";
import { menuRoutes } from "../pages/menus/agent-routes.tsx";
import { familyMenusRoute } from "../pages/menus/family-route.tsx";
import { menuFileRoute } from "../pages/menus/file-routes.tsx";
import { plannedMenus } from "./planned-menus.ts";

const PATH = "/agent/menus";
const FILE = "/agent/menus/fichier";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let quend: Canteen;
let home: Household;
let claire: Visit;
let kitchen: Visit;
beforeAll(async () => {
  town = await testDatabase();
  const routes = [...menuRoutes, menuFileRoute, familyMenusRoute, ...bookingsFamilyRoutes(plannedMenus)];
  at = await familyTown(town, routes);
  quend = await at.canteen({ name: "Restauration scolaire – Quend" });
  home = await at.family({ children: ["Lina"] });
  claire = at.visit(guardianOf(home));
  kitchen = at.visit(agentWith(["menus.write"], [at.rue.siteId]));
  await town.database.write(async (writes) => {
    await writes.run("test_meals", `update unit set with_meal = true`);
    await writes.run(
      "test_allergy",
      `insert into health_record (participant_id, allergies, updated_at, by_label)
       values ($1, 'Œufs', now(), 'Test')`,
      [home.children[0]?.id ?? ""],
    );
  });
}, 60_000);
afterAll(() => town.close());

const words = (answer: Answer) => wordsOf(htmlOf(answer));
const save = (fields: Record<string, unknown>, by = kitchen) =>
  at.ask("POST", PATH, by, { body: { service: at.rue.activityId, semaine: "2026-W46", ...fields } });
const menus = async (visit: Visit) =>
  words(await at.ask("GET", "/menus", visit, { query: { semaine: "2026-W46" } }));

test("a week is written a line a dish, read by families with its allergens, and on their planning", async () => {
  const done = await save({
    "jour-1": "Omelette (œufs, lait) végé\nPomme (aucun) bio",
    "jour-2": "Riz (aucun)",
  });
  expect(done.kind).toBe("redirect");
  const read = await menus(claire);
  expect(read).toContain("Omelette végétarien, contient œufs et lait");
  expect(read).toContain("Pomme bio, sans allergène déclaré");
  expect(read).toContain("Attention pour Lina : œufs.");
  const planning = wordsOf(await at.planning(claire));
  expect(planning).toContain("Menu Omelette, Pomme");
  expect(planning.match(/Attention pour Lina/g)).toHaveLength(1);
});

test("who has no authority over a child reads neither its menus' warnings nor its menus", async () => {
  const lina = home.children[0]?.id;
  const actor = guardianOf(home);
  if (lina === undefined) throw new Error("No child");
  const apart = at.visit({ ...actor, guardian: { ...actor.guardian, withheldIds: [lina] } });
  expect(await menus(apart)).not.toContain("Lina");
});

test("a line that is no dish is told with its number, and nothing of what was typed is lost or written", async () => {
  const answer = await save({ "jour-1": "Soupe (aucun)\nSalade (tomate)" });
  expect(words(answer)).toContain("Ligne 2 : « tomate » n’est pas un allergène à déclarer");
  expect(htmlOf(answer)).toContain("Salade (tomate)");
  expect(await menus(claire)).toContain("Omelette");
});

test("an agent of one site writes no other site's menus", async () => {
  expect((await save({ service: quend.activityId, "jour-1": "Riz" })).kind).toBe("not-found");
  await save({ "jour-3": "Gratin (lait)", aussi: quend.activityId });
  const written = await town.database.read((reads) =>
    reads.rows("test_quend", `select 1 from menu_dish where activity_id = $1`, [quend.activityId]),
  );
  expect(written).toHaveLength(0);
});

test("a file is read line by line, told, and written once it is confirmed", async () => {
  const name = await town.database.read((reads) =>
    reads.row<{ name: string }>("test_name", `select name from activity where id = $1`, [at.rue.activityId]),
  );
  const service = name?.name ?? "";
  const texte = [
    "date;service;plat;allergenes;vegetarien;bio",
    `10/11/2026;${service};Crêpes;gluten, lait, œufs;oui;`,
    `2026-11-12;${service};Frites;aucun;;1`,
    `2026-11-12;${service};Sauce;ketchup;;`,
    `2026-11-13;Inconnu;Pain;gluten;;`,
  ].join("\r\n");
  const check = words(await at.ask("POST", FILE, kitchen, { body: { texte } }));
  expect(check).toContain("1 jour à reprendre, 1 plat.");
  expect(check).toContain("« ketchup » n’est pas un allergène à déclarer");
  expect(check).toContain("« Inconnu » n’est pas un de vos services");
  expect(await menus(claire)).not.toContain("Crêpes");
  const done = await at.ask("POST", FILE, kitchen, { body: { texte, confirme: "1" } });
  expect(done).toMatchObject({ kind: "redirect" });
  const read = await menus(claire);
  expect(read).toContain("Crêpes végétarien, contient gluten, œufs et lait");
  expect(read).not.toContain("Frites");
});

import { afterAll, beforeAll, expect, test } from "vitest";

import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../../test/builders/actors.ts";
import { CENTRE_WEEK, centreTown, later } from "../../../../../test/builders/centre-town.ts";
import { formOf, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf, sent, visitTo } from "../../../../../test/builders/visit.tsx";
import { bookingsFamilyRoutes } from "../routes.ts";

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

test("the planning asks how many come along; every page that follows says it, and it changes", async () => {
  const centre = await at.centre({ units: [{ name: "Éveil", places: 6, companions: 4 }], judgedBy: "slot" });
  const home = await at.family(centre, { children: ["Sophie"] });
  const visit = visitTo(town, { actor: guardianOf(home), now: later(0) });
  const ask = (method: "GET" | "POST", path: string, raw: Parameters<typeof sent>[0]): Promise<Answer> => {
    const route = bookingsFamilyRoutes().find((known) => known.method === method && known.path === path);
    if (route === undefined) throw new Error(`No route ${path}`);
    return route.handle(visit, sent(raw));
  };
  const save = async (checked: Answer) => {
    const saved = await ask("POST", "/planning/enregistrer", { body: formOf(htmlOf(checked)).fields });
    if (saved.kind !== "redirect") throw new Error("Not saved");
    const params = { key: saved.to.replace("/recus/", "") };
    return wordsOf(htmlOf(await ask("GET", "/recus/:key", { params })));
  };

  const planning = htmlOf(await ask("GET", "/planning", { query: { semaine: "2026-W47" } }));
  expect(wordsOf(planning)).toContain("Vient avec (enfants) Aucun enfant 1 2 3 4");
  const line = /name="enfants"[^>]*><option value="(\d+):0"/.exec(planning)?.[1];
  const { fields } = formOf(planning);
  const body = { ...fields, voulu: ["0"], enfants: [`${line}:3`] };
  const checked = await ask("POST", "/planning/verifier", { body });
  expect(wordsOf(htmlOf(checked))).toContain("Réserver Lundi 16 novembre, éveil, avec 3 enfants");
  expect(await save(checked)).toContain("Lundi 16 novembre, éveil, avec 3 enfants");
  expect(await at.slots(centre)).toEqual([`Éveil ${CENTRE_WEEK[0]} 4/6`]);

  const again = wordsOf(htmlOf(await ask("GET", "/planning", { query: { semaine: "2026-W47" } })));
  expect(again).toContain("avec 3 enfants");
  expect(wordsOf(htmlOf(await ask("GET", "/historique", { query: {} })))).toContain("avec 3 enfants");

  const hours = htmlOf(await ask("GET", "/planning/heures", { query: { semaine: "2026-W47" } }));
  expect(wordsOf(hours)).toContain("Lundi 16 novembre (avec 3 enfants)");
  const change = { ...formOf(hours).fields, voulu: ["0"], enfants: [`${line}:1`] };
  const nobody = { ...change, enfants: [`${line}:0`] };
  expect(wordsOf(htmlOf(await ask("POST", "/planning/verifier", { body: nobody })))).toContain(
    "Lundi 16 novembre, éveil, sans enfant (avant : 3)",
  );
  expect(await save(await ask("POST", "/planning/verifier", { body: change }))).toContain("avec 1 enfant");
  expect(await at.slots(centre)).toEqual([`Éveil ${CENTRE_WEEK[0]} 2/6`]);

  const query = {
    pour: home.children[0]?.id,
    semaine: "2026-11-16",
    jusqua: "date",
    date: "2026-11-20",
    rythme: "1",
  };
  const repeat = htmlOf(await ask("GET", "/planning/repeter", { query }));
  expect(wordsOf(repeat)).toContain("Semaine du lundi 16 novembre");
});

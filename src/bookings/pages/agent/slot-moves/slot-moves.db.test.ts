import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { newId, type Canteen } from "../../../../../test/builders/canteen.ts";
import { wordsOf } from "../../../../../test/builders/family-town.tsx";
import { mover, moveTown } from "../../../../../test/builders/move-town.ts";
import { htmlOf, sent } from "../../../../../test/builders/visit.tsx";
import { setEnrolmentRule } from "../../../enrolments/enrolment-rules.ts";
import { slotMoveRoutes } from "./routes.tsx";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof moveTown>>;
let nursery: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  at = await moveTown(town);
  nursery = await at.canteen({ name: "Le Crotoy" });
  await town.database.write((writes) =>
    setEnrolmentRule(writes, {
      activityId: nursery.activityId,
      validFrom: Temporal.PlainDate.from("2026-01-01"),
      byFamily: false,
      conditions: [{ kind: "age", on: "slotDay", fromMonths: 0, untilYears: 4 }],
    }),
  );
}, 60_000);
afterAll(() => town.close());

const ask = (method: "GET" | "POST", path: string, raw: Parameters<typeof sent>[0]) => {
  const route = slotMoveRoutes.find((known) => known.method === method && known.path === path);
  if (route === undefined) throw new Error(`No route ${path}`);
  return route.handle(at.visitOf(mover), sent(raw));
};

const unitOf = (canteen: Canteen, date: string) =>
  town.database.read(async (reads) => {
    const row = await reads.row<{ unit: string }>(
      "test_unit_of",
      `select unit_id as unit from slot where id = $1`,
      [canteen.slotOn(date)],
    );
    return row?.unit ?? "";
  });

test("a whole canteen outside a condition reads it once, and moves in one choice with a reason", async () => {
  const day = "2026-12-03";
  await at.eats(day, { children: ["Lina", "Hugo"] });
  await at.eats(day, { children: ["Zoé"], lastName: "Moreau" });
  const query = { de: await unitOf(at.rue, day), le: day, vers: await unitOf(nursery, day), "vers-le": day };
  const html = htmlOf(await ask("GET", "/agent/deplacements", { query }));
  expect(wordsOf(html).match(/Avoir moins de 4 ans/g)).toHaveLength(1);
  expect(wordsOf(html)).toContain("Ne remplissent pas la condition : Avoir moins de 4 ans");
  const everybody = [...html.matchAll(/name="toutes" value="([^"]*)"/g)].map(([, id]) => id);
  expect(everybody).toHaveLength(3);

  const save = (body: object) =>
    ask("POST", "/agent/deplacements/enregistrer", {
      body: {
        cle: newId<"slotMove">(),
        de: at.rue.slotOn(day),
        vers: nursery.slotOn(day),
        toutes: everybody,
        motif: "Le car ne passe pas",
        ...body,
      },
    });
  expect(wordsOf(htmlOf(await save({ qui: "cochees" })))).toContain("Cochez au moins une personne");
  const unsaid = htmlOf(await save({ qui: "toutes" }));
  expect(wordsOf(unsaid)).toContain("Écrivez un motif pour passer outre");
  expect(unsaid).toMatch(/value="toutes"[^>]*checked|checked[^>]*value="toutes"/);
  expect((await save({ qui: "toutes", "passer-outre": "Accordé par la directrice" })).kind).toBe("redirect");
  expect(await at.taken(at.rue.slotOn(day), nursery.slotOn(day))).toEqual([0, 3]);
});

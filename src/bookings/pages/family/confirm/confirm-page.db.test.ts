import { afterAll, beforeAll, expect, test } from "vitest";

import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { CENTRE_WEEK, centreTown, later } from "../../../../../test/builders/centre-town.ts";
import { wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { htmlOf, sent, visitTo } from "../../../../../test/builders/visit.tsx";
import { writeCellList } from "../forms/cell-list.ts";
import { verifyRoute } from "./routes.ts";

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

type Slot = ReturnType<typeof newId<"slot">>;

/** The page on which a child, the first or another, is booked for each slot. */
async function verify(home: Household, asked: readonly (readonly [slot: Slot, child: number])[]) {
  const lines = asked.map(([slotId, child]) => ({
    act: "book" as const,
    participantId: home.children[child]?.id ?? newId<"participant">(),
    slotIds: [slotId],
  }));
  const body = { cle: newId<"page">(), lignes: writeCellList(lines) };
  const visit = visitTo(town, { actor: guardianOf(home), now: later(0) });
  const answer: Answer = await verifyRoute.handle(visit, sent({ body }));
  return htmlOf(answer);
}

test("what the rules of the units would refuse is told so, with why, and is not sent", async () => {
  const centre = await at.centre({
    units: [
      { name: "Journée", leastDays: 2, excludes: ["Matin"] },
      { name: "Matin", from: 480, to: 720 },
      { name: "Soir", from: 1080, to: 1140, needs: ["Journée"] },
    ],
  });
  const home = await at.family(centre, { children: ["Lina", "Hugo"] });
  const slot = (unit: string, day = 0) => centre.slotOf(unit, CENTRE_WEEK[day] ?? "");

  const alone = wordsOf(await verify(home, [[slot("Soir"), 0]]));
  expect(alone).toContain("Rien ne peut se faire ainsi");
  expect(alone).toContain("Journée");
  expect(alone).not.toContain("Enregistrer ces changements");

  const html = await verify(home, [
    [slot("Matin"), 0],
    [slot("Soir", 1), 1],
  ]);
  expect(wordsOf(html)).toContain("Ce qui ne peut pas se faire");
  expect(wordsOf(html)).toContain("Enregistrer ces changements");
  expect(html).toContain(slot("Matin"));
  expect(html).not.toContain(slot("Soir", 1));

  const both = wordsOf(
    await verify(home, [
      [slot("Journée"), 0],
      [slot("Journée", 1), 0],
      [slot("Soir", 1), 0],
    ]),
  );
  expect(both).not.toContain("Ce qui ne peut pas se faire");
  // Nothing of it stayed.
  expect(await at.slots(centre)).toEqual([]);
});

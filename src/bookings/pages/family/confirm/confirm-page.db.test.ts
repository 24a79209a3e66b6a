import { afterAll, beforeAll, expect, test } from "vitest";

import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { CENTRE_WEEK, centreTown, later, lineOf } from "../../../../../test/builders/centre-town.ts";
import { wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { htmlOf, sent, visitTo } from "../../../../../test/builders/visit.tsx";
import { writeCellList } from "../forms/cell-list.ts";
import { bookingsAgentRoutes } from "../../agent/routes.ts";
import { clearRoute } from "../tools/routes.ts";
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

test("a tool says what the rules of the units would refuse, as the receipt would, and does not send it", async () => {
  const centre = await at.centre({ units: [{ name: "Journée", leastDays: 2 }] });
  const home = await at.family(centre);
  const slots = CENTRE_WEEK.slice(0, 3).map((date) => centre.slotOf("Journée", date));
  await at.send(
    home,
    slots.map((slot) => lineOf("book", home, slot)),
  );
  const visit = visitTo(town, { actor: guardianOf(home), now: later(0) });
  const clear = async (du: string | undefined, au: string | undefined) => {
    const query = { pour: home.children[0]?.id, du, au };
    return htmlOf(await clearRoute.handle(visit, sent({ query })));
  };
  // One day would be left of a week of two at least.
  const two = await clear(CENTRE_WEEK[1], CENTRE_WEEK[2]);
  expect(wordsOf(two)).toContain("Rien ne peut se faire ainsi");
  expect(wordsOf(two)).toContain("Trop peu de jours");
  expect(wordsOf(two)).not.toContain("Enregistrer ces changements");
  const all = await clear(CENTRE_WEEK[0], CENTRE_WEEK[4]);
  expect(wordsOf(all)).not.toContain("Ce qui ne peut pas se faire");
  expect(all).toContain(slots[0]);
  expect(await at.slots(centre)).toHaveLength(3);
});

test("an agent reads before the reason is written what a reason does not open", async () => {
  const centre = await at.centre({
    units: [{ name: "Journée" }, { name: "Soir", from: 1080, to: 1140, needs: ["Journée"] }],
  });
  const home = await at.family(centre);
  const agent = agentWith(["bookings.write"]);
  const path = "/agent/familles/:household/planning/verifier";
  const route = bookingsAgentRoutes().find((known) => known.method === "POST" && known.path === path);
  const check = async (slot: Slot, now = later(0)) => {
    const lignes = writeCellList([
      { act: "book", participantId: home.children[0]?.id ?? newId<"participant">(), slotIds: [slot] },
    ]);
    const answer = await route?.handle(
      visitTo(town, { actor: agent, now }),
      sent({ params: { household: home.id }, body: { cle: newId<"page">(), lignes } }),
    );
    return answer === undefined ? "" : wordsOf(htmlOf(answer));
  };
  const evening = await check(centre.slotOf("Soir", CENTRE_WEEK[0] ?? ""));
  expect(evening).toContain("Rien ne peut se faire ainsi");
  expect(evening).toContain("Journée");
  // The deadline is past: a reason opens it.
  const day = await check(centre.slotOf("Journée", CENTRE_WEEK[0] ?? ""), later(14 * 24 * 60 - 120));
  expect(day).not.toContain("Ce qui ne peut pas se faire");
  expect(day).toContain("Enregistrer ces changements");
  expect(await at.slots(centre)).toEqual([]);
});

test("a place that is paid first says for how long it is kept, and what becomes of it without payment", async () => {
  const centre = await at.centre({ units: [{ name: "Journée" }], judgedBy: "slot", holdMinutes: 30 });
  const home = await at.family(centre);
  const html = wordsOf(await verify(home, [[centre.slotOf("Journée", CENTRE_WEEK[0] ?? ""), 0]]));
  expect(html).toMatch(/: le paiement d’abord .*vous seront gardées 30 minutes.*elles sont rendues/);
});

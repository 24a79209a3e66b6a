import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { CENTRE_WEEK, centreTown, later, lineOf } from "../../../../test/builders/centre-town.ts";
import { lettersTo } from "../../../../test/builders/letters.ts";
import { tellExpired } from "./tell-expired.ts";

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

/** What the letter says when an offer stayed without an answer, with or without a family behind. */
async function unanswered(lastName: string, behind: boolean): Promise<string> {
  const centre = await at.centre({ units: [{ name: "Journée", places: 1 }], judgedBy: "slot" });
  const slot = centre.slotOf("Journée", CENTRE_WEEK[0] ?? "");
  const holder = await at.family(centre, { children: ["Ada"] });
  const offered = await at.family(centre, { lastName, children: ["Bob"] });
  await at.send(holder, [lineOf("book", holder, slot)]);
  await at.send(offered, [lineOf("wait", offered, slot)], later(1));
  if (behind) {
    const next = await at.family(centre, { children: ["Cid"] });
    await at.send(next, [lineOf("wait", next, slot)], later(2));
  }
  await at.send(holder, [lineOf("cancel", holder, slot)], later(10));
  const dayAfter = later(10 + 1441);
  expect(await at.expire(dayAfter)).toBe(1);
  const turns = await town.database.read((reads) =>
    reads.rows<{ id: string }>(
      "test_expired_turns",
      "select id from waiting_turn where state = 'expired' and slot_id = $1",
      [slot],
    ),
  );
  const facts = { turns: turns.map(({ id }) => id), bookings: [], at: dayAfter.toString() };
  const { authority, database } = town;
  await tellExpired(new URL("http://localhost:3000"))({ authority, database, now: dayAfter }, facts);
  const [letter] = await lettersTo(town, `claire.${lastName.toLowerCase()}@exemple.fr`);
  return letter?.text ?? "";
}

test("an offer without an answer goes to the family behind, or the place is free again for all", async () => {
  const next = await unanswered("Suivie", true);
  expect(next).toContain("elle va à la famille suivante");
  const free = await unanswered("Seule", false);
  expect(free).toContain("la place est de nouveau libre : vous pouvez la réserver");
  expect(free).not.toContain("famille suivante");
});

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

/** A day of one place for each of these families' neighbours, who hold them; the families wait behind. */
async function waited(lastNames: readonly string[]) {
  const centre = await at.centre({
    units: [{ name: "Journée", places: lastNames.length }],
    judgedBy: "slot",
  });
  const slot = centre.slotOf("Journée", CENTRE_WEEK[0] ?? "");
  const holders = await Promise.all(lastNames.map(() => at.family(centre, { children: ["Ada"] })));
  for (const holder of holders) await at.send(holder, [lineOf("book", holder, slot)]);
  for (const lastName of lastNames) {
    const family = await at.family(centre, { lastName, children: ["Bob"] });
    await at.send(family, [lineOf("wait", family, slot)], later(1));
  }
  return {
    slot,
    nextWaits: async () => {
      const next = await at.family(centre, { children: ["Cid"] });
      await at.send(next, [lineOf("wait", next, slot)], later(2));
    },
    free: async (when: Temporal.Instant) => {
      for (const holder of holders) await at.send(holder, [lineOf("cancel", holder, slot)], when);
    },
  };
}

/** What the letters say of what the clock ends at this instant. */
async function toldAt(slot: string, when: Temporal.Instant, lastNames: readonly string[]): Promise<string[]> {
  await at.expire(when);
  const turns = await town.database.read((reads) =>
    reads.rows<{ id: string }>(
      "test_expired_turns",
      "select id from waiting_turn where state = 'expired' and slot_id = $1",
      [slot],
    ),
  );
  expect(turns).toHaveLength(lastNames.length);
  const facts = { turns: turns.map(({ id }) => id), bookings: [], at: when.toString() };
  const { authority, database } = town;
  await tellExpired(new URL("http://localhost:3000"))({ authority, database, now: when }, facts);
  const letters = await Promise.all(
    lastNames.map((lastName) => lettersTo(town, `claire.${lastName.toLowerCase()}@exemple.fr`)),
  );
  return letters.map(([letter]) => letter?.text ?? "");
}

const DAY_AFTER = later(10 + 1441);

test("an offer without an answer goes to the family behind", async () => {
  const day = await waited(["Suivie"]);
  await day.nextWaits();
  await day.free(later(10));
  const [told] = await toldAt(day.slot, DAY_AFTER, ["Suivie"]);
  expect(told).toContain("elle va à la famille suivante");
});

test("nobody is behind: the place is free again for all", async () => {
  const day = await waited(["Seule"]);
  await day.free(later(10));
  const [told] = await toldAt(day.slot, DAY_AFTER, ["Seule"]);
  expect(told).toContain("la place est de nouveau libre : vous pouvez la réserver");
  expect(told).not.toContain("famille suivante");
});

test("two offers end and one family is behind: the other place is free for all, and both letters say so", async () => {
  const day = await waited(["Rouge", "Verte"]);
  await day.nextWaits();
  await day.free(later(10));
  for (const told of await toldAt(day.slot, DAY_AFTER, ["Rouge", "Verte"])) {
    expect(told).toContain("la place est de nouveau libre : vous pouvez la réserver");
  }
});

test("an offer that ends with the deadline of its day can no longer be booked by anybody", async () => {
  const day = await waited(["Tardive"]);
  const row = await town.database.read((reads) =>
    reads.row<{ until: Temporal.Instant }>(
      "test_lives_until",
      "select greatest(book_until, cancel_until) as until from slot where id = $1",
      [day.slot],
    ),
  );
  if (row === undefined) throw new Error("The day has a slot");
  await day.free(row.until.subtract({ minutes: 10 }));
  const [told] = await toldAt(day.slot, row.until.add({ minutes: 1 }), ["Tardive"]);
  expect(told).toContain("n’a pas eu de réponse à temps, elle n’est plus gardée pour vous");
  expect(told).not.toContain("réserver");
});

test("a place kept until it is paid, and not paid: its letter speaks of no waiting list", async () => {
  const centre = await at.centre({
    units: [{ name: "Journée", places: 1 }],
    judgedBy: "slot",
    holdMinutes: 60,
  });
  const slot = centre.slotOf("Journée", CENTRE_WEEK[0] ?? "");
  const family = await at.family(centre, { lastName: "Payeur", children: ["Bob"] });
  await at.send(family, [lineOf("book", family, slot)]);
  await at.expire(later(61));
  const { authority, database } = town;
  const released = await database.read((reads) =>
    reads.rows<{ id: string }>("test_released", "select id from booking where slot_id = $1", [slot]),
  );
  const facts = { turns: [], bookings: released.map(({ id }) => id), at: later(61).toString() };
  await tellExpired(new URL("http://localhost:3000"))({ authority, database, now: later(61) }, facts);
  const [letter] = await lettersTo(town, "claire.payeur@exemple.fr");
  expect(letter?.subject).toBe("Places rendues : leur paiement n’est pas arrivé à temps");
  expect(letter?.text).toContain("la place était gardée jusqu’à son paiement, elle est rendue");
  expect(letter?.text).toContain("Vous les avez payées en ligne ?");
});

test("a place that its late payment booked again before the letter was written is not told as given back", async () => {
  const centre = await at.centre({
    units: [{ name: "Journée", places: 1 }],
    judgedBy: "slot",
    holdMinutes: 60,
  });
  const slot = centre.slotOf("Journée", CENTRE_WEEK[0] ?? "");
  const family = await at.family(centre, { lastName: "Tardif", children: ["Bob"] });
  await at.send(family, [lineOf("book", family, slot)]);
  await at.expire(later(61));
  const { authority, database } = town;
  const bookings = await database.read((reads) =>
    reads.rows<{ id: string }>("test_released", "select id from booking where slot_id = $1", [slot]),
  );
  const ids = bookings.map(({ id }) => id);
  await database.write((writes) =>
    writes.rows("test_booked_again", "select book_again($1::uuid[], 'paid', $2, $3, null, 'Claire')", [
      ids,
      later(62).toString(),
      "2026-11-12",
    ]),
  );
  const facts = { turns: [], bookings: ids, at: later(61).toString() };
  await tellExpired(new URL("http://localhost:3000"))({ authority, database, now: later(63) }, facts);
  expect(await lettersTo(town, "claire.tardif@exemple.fr")).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import type { Centre, CentreSettings } from "../../../test/builders/centre.ts";
import { CENTRE_WEEK, centreTown, later, lineOf } from "../../../test/builders/centre-town.ts";
import type { Household } from "../../../test/builders/household.ts";

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

describe("the waiting list", () => {
  const one = (waiting: CentreSettings["waiting"]) =>
    at.centre({
      units: [{ name: "Journée", places: 1 }],
      judgedBy: "slot",
      ...(waiting === undefined ? {} : { waiting }),
    });
  const slotOf = (centre: Centre) => centre.slotOf("Journée", "2026-11-18");

  test("a freed place is offered to the next family, who takes it; a newcomer finds it full", async () => {
    const centre = await one({ minutes: 60 });
    const slot = slotOf(centre);
    const [holder, first, second, newcomer] = [
      await at.family(centre, { children: ["Ada"] }),
      await at.family(centre, { children: ["Bob"] }),
      await at.family(centre, { children: ["Cid"] }),
      await at.family(centre, { children: ["Dan"] }),
    ];
    expect(await at.send(holder, [lineOf("wait", holder, slot)])).toEqual(["booked"]);
    expect(await at.send(first, [lineOf("wait", first, slot)], later(1))).toEqual(["waiting"]);
    expect(await at.send(first, [lineOf("wait", first, slot)], later(1))).toEqual(["already_waiting"]);
    expect(await at.send(second, [lineOf("wait", second, slot)], later(2))).toEqual(["waiting"]);
    expect(await at.send(holder, [lineOf("cancel", holder, slot)], later(3))).toEqual(["cancelled"]);
    expect(await at.turns(centre)).toEqual(["Bob offered", "Cid waiting"]);
    expect(await at.slots(centre)).toEqual(["Journée 2026-11-18 1/1 +2"]);
    expect(await at.send(newcomer, [lineOf("book", newcomer, slot)], later(4))).toEqual(["full"]);
    expect(await at.send(second, [lineOf("accept", second, slot)], later(4))).toEqual(["offer_over"]);
    expect(await at.send(first, [lineOf("accept", first, slot)], later(5))).toEqual(["booked"]);
    expect(await at.turns(centre)).toEqual(["Bob accepted", "Cid waiting"]);
  });

  test("declined, unanswered or left, it passes on; nobody is left, it is free", async () => {
    const centre = await one({ minutes: 60 });
    const slot = slotOf(centre);
    const homes = await Promise.all(
      ["Ada", "Bob", "Cid", "Dan"].map((name) => at.family(centre, { children: [name] })),
    );
    const [holder, first, second, third] = homes;
    if (!holder || !first || !second || !third) throw new Error("Four families");
    await at.send(holder, [lineOf("book", holder, slot)]);
    for (const [minute, home] of [first, second, third].entries())
      await at.send(home, [lineOf("wait", home, slot)], later(minute));
    await at.send(holder, [lineOf("cancel", holder, slot)], later(10));
    expect(await at.send(first, [lineOf("decline", first, slot)], later(11))).toEqual(["declined"]);
    expect(await at.turns(centre)).toEqual(["Bob declined", "Cid offered", "Dan waiting"]);
    expect(await at.expire(later(70))).toBe(0);
    expect(await at.expire(later(72))).toBe(1);
    expect(await at.turns(centre)).toEqual(["Bob declined", "Cid expired", "Dan offered"]);
    expect(await at.send(second, [lineOf("accept", second, slot)], later(73))).toEqual(["unknown"]);
    expect(await at.send(third, [lineOf("leave", third, slot)], later(73))).toEqual(["left"]);
    expect(await at.slots(centre)).toEqual([]);
  });

  test("given at once where the authority says so, by points", async () => {
    const centre = await one({ minutes: null, order: "points" });
    const slot = slotOf(centre);
    const holder = await at.family(centre, { children: ["Ada"] });
    const early = await at.family(centre, { children: ["Bob"] });
    const prior = await at.family(centre, { children: ["Cid"] }, 10);
    await at.send(holder, [lineOf("book", holder, slot)]);
    await at.send(early, [lineOf("wait", early, slot)]);
    await at.send(prior, [lineOf("wait", prior, slot)], later(1));
    await at.send(holder, [lineOf("cancel", holder, slot)], later(2));
    expect(await at.turns(centre)).toEqual(["Bob waiting", "Cid given"]);
    expect(await at.slots(centre)).toEqual(["Journée 2026-11-18 1/1 +1"]);
  });

  test("turns of one form, of one instant, stand in the order of their enrolments", async () => {
    const centre = await one({ minutes: 60 });
    const slot = slotOf(centre);
    const holder = await at.family(centre, { children: ["Ada"] });
    const home = await at.family(centre, { children: ["Bob", "Cid", "Dan", "Eve", "Fay"] });
    await at.send(holder, [lineOf("book", holder, slot)]);
    await at.send(
      home,
      home.children.map((_, index) => lineOf("wait", home, slot, { child: index })),
    );
    const ranked = (order: string) =>
      town.database.read((reads) =>
        reads.rows<{ id: string }>(
          `test_ranked_${order.slice(0, 4)}`,
          `select e.id from waiting_turn t join enrolment e on e.id = t.enrolment_id
           join waiting_in_order(t.slot_id) line on line.turn_id = t.id
           where t.slot_id = $1 order by ${order}`,
          [slot],
        ),
      );
    expect(await ranked("line.rank")).toEqual(await ranked("e.created_at, e.id"));
  });

  test("siblings stand together behind the eldest asking", async () => {
    const centre = await at.centre({
      units: [{ name: "Journée", places: 2 }],
      judgedBy: "slot",
      waiting: { minutes: null, order: "siblings" },
    });
    const slot = slotOf(centre);
    const holder = await at.family(centre, { children: ["Ada", "Abe"] });
    const twins = await at.family(centre, { children: ["Bob", "Ben"] });
    const other = await at.family(centre, { children: ["Cid"] });
    await at.send(holder, [lineOf("book", holder, slot), lineOf("book", holder, slot, { child: 1 })]);
    await at.send(twins, [lineOf("wait", twins, slot)]);
    await at.send(other, [lineOf("wait", other, slot)], later(1));
    await at.send(twins, [lineOf("wait", twins, slot, { child: 1 })], later(2));
    await at.send(
      holder,
      [lineOf("cancel", holder, slot), lineOf("cancel", holder, slot, { child: 1 })],
      later(3),
    );
    expect(await at.turns(centre)).toEqual(["Bob given", "Cid waiting", "Ben given"]);
  });

  test("a whole package waits as one turn, and is offered when each of its days has a place", async () => {
    const centre = await at.centre({
      units: [{ name: "Semaine", bookedBy: "week", places: 1 }],
      waiting: { minutes: 60 },
    });
    const all = (act: "book" | "wait" | "cancel", home: Household) =>
      CENTRE_WEEK.map((day) => lineOf(act, home, centre.slotOf("Semaine", day)));
    const holder = await at.family(centre, { children: ["Ada"] });
    const first = await at.family(centre, { children: ["Bob"] });
    expect(await at.send(holder, all("book", holder))).toEqual(CENTRE_WEEK.map(() => "booked"));
    expect(await at.send(first, all("wait", first), later(1))).toEqual(CENTRE_WEEK.map(() => "waiting"));
    expect(await at.turns(centre)).toEqual(["Bob waiting"]);
    expect(await at.send(holder, all("cancel", holder), later(2))).toEqual(
      CENTRE_WEEK.map(() => "cancelled"),
    );
    expect(await at.turns(centre)).toEqual(["Bob offered"]);
    expect(await at.slots(centre)).toEqual(CENTRE_WEEK.map((day) => `Semaine ${day} 1/1 +1`));
    expect(
      await at.send(first, [lineOf("accept", first, centre.slotOf("Semaine", "2026-11-16"))], later(3)),
    ).toEqual(["booked"]);
    expect(await at.slots(centre)).toEqual(CENTRE_WEEK.map((day) => `Semaine ${day} 1/1`));
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { cents } from "#kernel";

import { newId } from "../../../test/builders/canteen.ts";
import { lettersTo } from "../../../test/builders/letters.ts";
import { basketTown, HOLD_MINUTES, type BasketTown } from "../../../test/payments/basket-town.ts";
import { tellReceived } from "../emails/tell-received.ts";
import { latePlaces, placesOf } from "./attempt-places.ts";

let at: BasketTown;
beforeAll(async () => {
  at = await basketTown();
}, 60_000);
afterAll(() => at.paying.town.close());

/** Each test has a day of the centre of its own. */
let day = -1;
beforeEach(() => {
  day += 1;
});
const start = Temporal.Instant.from("2026-11-12T08:00:00Z");
const after = (minutes: number) => start.add({ minutes: 300 * day + minutes });
const claire = () => at.paying.home;
const odile = () => at.paying.other;

async function opened() {
  expect(await at.send(claire(), "book", at.slot("Journée", day), after(0))).toBe("held");
  const order = await at.order(claire(), after(1));
  expect(await at.pay(claire(), order, after(1))).toMatchObject({ ok: true });
  return { order, service: at.paying.gateway.last() };
}
const placesIn = (attempt: ReturnType<typeof newId<"attempt">>) =>
  at.paying.town.database.read((reads) => placesOf(reads, attempt));

test("paid: the place outlives its time while the answer is awaited, then is booked once, and the money is a credit", async () => {
  const before = (await at.balance(claire())) ?? 0;
  await at.send(claire(), "book", at.slot("Sortie", day), after(0));
  const { order, service } = await opened();
  expect(service.order.amount).toBe(1240);
  expect(order.bookings).toHaveLength(2);
  await at.expire(after(HOLD_MINUTES + 5));
  expect(await at.states(at.slot("Journée", day))).toEqual(["held"]);
  service.end = "paid";
  // A notification, a return and the job at the same moment.
  await Promise.all(Array.from({ length: 6 }, () => at.look(order.id, after(16))));
  expect(await at.states(at.slot("Journée", day))).toEqual(["booked"]);
  expect(await at.states(at.slot("Sortie", day))).toEqual(["booked"]);
  expect(await at.balance(claire())).toBe(before - 1240);
  expect(await placesIn(order.id)).toMatchObject([
    { cents: 1240, outcome: "booked", why: ["Tarif : Journée.", expect.stringContaining("12,40")] },
    { cents: 0, outcome: "booked" },
  ]);
  await at.expire(after(300));
  expect(await at.states(at.slot("Journée", day))).toEqual(["booked"]);
  expect(await at.baskets(claire(), after(17))).toEqual([]);
});

test.each(["refused", "abandoned", "gone"] as const)(
  "%s: nothing is written, and the place lapses once its time is over",
  async (end) => {
    const before = await at.balance(claire());
    const { order, service } = await opened();
    service.end = end;
    await at.look(order.id, after(21));
    expect(await at.states(at.slot("Journée", day))).toEqual(["held"]);
    await at.expire(after(21));
    expect(await at.states(at.slot("Journée", day))).toEqual(["cancelled"]);
    expect(await at.balance(claire())).toBe(before);
    await at.send(claire(), "cancel", at.slot("Journée", day), after(22));
  },
);

test("paid after the place was given away: it stays with who has it, the money is a credit, and the mail says so", async () => {
  const before = (await at.balance(claire())) ?? 0;
  const { order, service } = await opened();
  at.paying.gateway.fault = { code: "unavailable", reason: "silent", retryAfterMinutes: 5 };
  expect(await at.look(order.id, after(22))).toBe("expired");
  await at.expire(after(22));
  expect(await at.send(odile(), "book", at.slot("Journée", day), after(23))).toBe("held");
  at.paying.gateway.fault = null;
  service.end = "paid";
  await at.look(order.id, after(40));
  expect(await at.states(at.slot("Journée", day))).toEqual(["cancelled", "held"]);
  expect(await at.balance(claire())).toBe(before - 1240);
  expect(await placesIn(order.id)).toMatchObject([{ outcome: "lost" }]);
  const { town } = at.paying;
  // Agents read of it too.
  const lost = await town.database.read((reads) => latePlaces(reads, after(41)));
  expect(lost).toMatchObject([{ attemptId: order.id, cents: 1240, by: "Claire Lefebvre" }]);
  const context = { authority: town.authority, database: town.database, now: after(41) };
  await tellReceived(new URL("https://exemple.fr"))(context, { payment: order.id });
  await tellReceived(new URL("https://exemple.fr"))(context, { payment: order.id });
  const letters = await lettersTo(town, "claire@exemple.fr");
  const told = letters.filter(({ text }) => text.includes("plus libre"));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain(
    "Cette somme a réglé ce que vous deviez : il n’en reste rien en votre faveur.",
  );
});

test("what is sent must be what is owed now: amount, places, household, time; two tabs open one attempt", async () => {
  const slot = at.slot("Journée", day);
  expect(await at.send(claire(), "book", at.slot("Sortie", day), after(0))).toBe("held");
  const free = await at.order(claire(), after(1));
  expect(free.shown).toBe(0);
  expect(await at.send(claire(), "book", slot, after(1))).toBe("held");
  const order = await at.order(claire(), after(2));
  const again = () => ({ ...order, id: newId<"attempt">() });
  const known = at.paying.gateway.opened.length;
  const refusedWith = async (changed: object, who = claire(), now = after(2)) => {
    const done = await at.pay(who, { ...again(), ...changed }, now);
    return done.ok ? "sent" : done.refusal.code;
  };
  expect(await refusedWith({ shown: cents(1) })).toBe("changed");
  expect(await refusedWith({ bookings: free.bookings, shown: cents(0) })).toBe("changed");
  expect(await refusedWith({}, odile())).toBe("unknown");
  expect(await refusedWith({ householdId: odile().id, guardianId: odile().guardians[0]?.id }, odile())).toBe(
    "changed",
  );
  expect(await refusedWith({}, claire(), after(HOLD_MINUTES + 2))).toBe("changed");
  expect(at.paying.gateway.opened).toHaveLength(known);
  const sent = await Promise.all(Array.from({ length: 5 }, () => at.pay(claire(), again(), after(3))));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
  expect(sent.filter((one) => !one.ok && one.refusal.code === "under-way")).toHaveLength(4);
  expect(at.paying.gateway.opened).toHaveLength(known + 1);
  // The basket changes while its payment is under way: what was given back becomes a credit, the rest is booked.
  expect(await at.send(claire(), "cancel", slot, after(4))).toBe("cancelled");
  at.paying.gateway.last().end = "paid";
  const [live] = await at.paying.town.database.read((reads) =>
    reads.rows<{ id: ReturnType<typeof newId<"attempt">> }>(
      "test_live_attempt",
      "select id from payment_attempt where state = 'open'",
      [],
    ),
  );
  if (live === undefined) throw new Error("no attempt is open");
  await at.look(live.id, after(5));
  expect(await placesIn(live.id)).toMatchObject([{ outcome: "cancelled" }, { outcome: "booked" }]);
});

test("a basket that costs nothing is booked at once; one without a price is not asked for", async () => {
  const now = after(0);
  expect(await at.send(odile(), "book", at.slot("Sortie", day), now)).toBe("held");
  expect(await at.send(odile(), "book", at.slot("Atelier", day), now)).toBe("held");
  const [basket] = await at.baskets(odile(), now);
  expect(basket).toMatchObject({ total: 0, payable: [{ cents: 0 }], unpriced: [{ cents: null }] });
  expect(await at.pay(odile(), await at.order(odile(), now), now)).toEqual({
    ok: true,
    value: { booked: 1 },
  });
  expect(await at.states(at.slot("Sortie", day))).toEqual(["booked"]);
  expect(await at.states(at.slot("Atelier", day))).toEqual(["held"]);
  // What costs nothing was not paid.
  const acts = await at.paying.town.database.read((reads) =>
    reads.rows<{ act: string }>(
      "test_basket_free_history",
      "select act from booking_history where slot_id = $1 order by id",
      [at.slot("Sortie", day)],
    ),
  );
  expect(acts.map(({ act }) => act)).toEqual(["held", "booked"]);
});

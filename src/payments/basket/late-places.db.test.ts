import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Id } from "#kernel";

import { lettersTo } from "../../../test/builders/letters.ts";
import { cents } from "#kernel";
import { basketTown, type BasketTown } from "../../../test/payments/basket-town.ts";
import { tellReceived } from "../emails/tell-received.ts";
import { latePlaces, placesOf } from "./attempt-places.ts";
import { lostSentence } from "./words.fr.ts";

let at: BasketTown;
beforeAll(async () => {
  at = await basketTown();
}, 60_000);
afterAll(() => at.paying.town.close());

/** Each test has a day of the centre of its own. */
let day = -1;
beforeEach(() => {
  day += 1;
  at.paying.gateway.fault = null;
});
const start = Temporal.Instant.from("2026-11-12T08:00:00Z");
const after = (minutes: number) => start.add({ minutes: 300 * day + minutes });
const claire = () => at.paying.home;
const odile = () => at.paying.other;
const place = () => at.slot("Journée", day);
const sql = (name: string, text: string, values: readonly string[]) =>
  at.paying.town.database.write((writes) => writes.run(name, text, values));
const placesIn = (attempt: Id<"attempt">) =>
  at.paying.town.database.read((reads) => placesOf(reads, attempt));

/** Claire pays for her day; PayFiP stays silent until the place was released. */
async function lapsed() {
  expect(await at.send(claire(), "book", place(), after(0))).toBe("held");
  const order = await at.order(claire(), after(1));
  expect(await at.pay(claire(), order, after(1))).toMatchObject({ ok: true });
  const service = at.paying.gateway.last();
  at.paying.gateway.fault = { code: "unavailable", reason: "silent", retryAfterMinutes: 5 };
  expect(await at.look(order.id, after(22))).toBe("expired");
  await at.expire(after(22));
  expect(await at.states(place())).toEqual(["cancelled"]);
  at.paying.gateway.fault = null;
  service.end = "paid";
  return { attempt: order.id, service };
}

async function takenOf(slot: Id<"slot">): Promise<number | undefined> {
  const row = await at.paying.town.database.read((reads) =>
    reads.row<{ taken: number }>("test_late_taken", "select taken from slot where id = $1", [slot]),
  );
  return row?.taken;
}

test("free still: booked again, once, and the page, the mail and the agents are told", async () => {
  const before = (await at.balance(claire())) ?? 0;
  const { attempt } = await lapsed();
  await Promise.all(Array.from({ length: 6 }, () => at.look(attempt, after(40))));
  expect(await at.states(place())).toEqual(["booked"]);
  expect(await takenOf(place())).toBe(1);
  expect(await at.balance(claire())).toBe(before - 1240);
  expect(await placesIn(attempt)).toMatchObject([{ outcome: "booked", bookedLate: true }]);
  const { town } = at.paying;
  const acts = await town.database.read((reads) =>
    reads.rows<{ act: string }>(
      "test_late_history",
      "select act from booking_history where slot_id = $1 order by id",
      [place()],
    ),
  );
  expect(acts.map(({ act }) => act)).toEqual(["held", "released", "paid"]);
  const late = await town.database.read((reads) => latePlaces(reads, after(41)));
  expect(late).toMatchObject([{ attemptId: attempt, bookedLate: true }]);
  const context = { authority: town.authority, database: town.database, now: after(41) };
  await tellReceived(new URL("https://exemple.fr"))(context, { payment: attempt });
  const [letter] = await lettersTo(town, "claire@exemple.fr");
  expect(letter?.text).toContain("elle était encore libre, elle est réservée");
  expect(letter?.text).not.toContain("en votre faveur :");
  // The clock takes nothing back.
  await at.expire(after(300));
  expect(await at.states(place())).toEqual(["booked"]);
});

test("somebody takes it at the same moment: one of both has it, and the counter says one", async () => {
  const { attempt } = await lapsed();
  await Promise.all([at.look(attempt, after(40)), at.send(odile(), "book", place(), after(40))]);
  const [told] = await placesIn(attempt);
  expect(await takenOf(place())).toBe(1);
  expect(["booked", "lost"]).toContain(told?.outcome);
  const states = await at.states(place());
  expect(states).toEqual(told?.outcome === "booked" ? ["booked"] : ["cancelled", "held"]);
});

test("asked for again and kept: the first money received books it, a second payment becomes a credit", async () => {
  const before = (await at.balance(claire())) ?? 0;
  const { attempt, service } = await lapsed();
  service.end = "waiting";
  expect(await at.send(claire(), "book", place(), after(23))).toBe("held");
  const second = await at.order(claire(), after(24));
  expect(await at.pay(claire(), second, after(24))).toMatchObject({ ok: true });
  service.end = "paid";
  await at.look(attempt, after(25));
  expect(await at.states(place())).toEqual(["cancelled", "booked"]);
  at.paying.gateway.last().end = "paid";
  await at.look(second.id, after(26));
  expect(await at.states(place())).toEqual(["cancelled", "booked"]);
  expect(await takenOf(place())).toBe(1);
  expect(await placesIn(attempt)).toMatchObject([{ outcome: "booked", bookedLate: true }]);
  expect(await placesIn(second.id)).toMatchObject([{ outcome: "already" }]);
  expect(await at.balance(claire())).toBe(before - 2480);
});

test.each([
  [
    "closed",
    "mais ce jour a été fermé",
    "update slot set state = 'closed', closed_because = 'Grève' where id = $1",
  ],
  [
    "too_late",
    "après le délai de réservation",
    "update slot set book_until = '2026-11-12T00:00:00Z' where id = $1",
  ],
] as const)("%s: the sum stays a credit, and the family reads why", async (outcome, sentence, change) => {
  const { attempt } = await lapsed();
  await sql(`test_late_${outcome}`, change, [place()]);
  await at.look(attempt, after(40));
  const places = await placesIn(attempt);
  expect(places).toMatchObject([{ outcome, bookedLate: false }]);
  expect(lostSentence(places, cents(1))).toContain(sentence);
  expect(await at.states(place())).toEqual(["cancelled"]);
  // What settled a debt is not offered back.
  expect(lostSentence(places, cents(0))).toMatch(/il n’en reste rien en votre faveur\.$/);
  expect(lostSentence(places, cents(1))).toContain("0,01\u00a0€ sont en votre faveur");
});

test("the enrolment is over: it is barred, and nothing is booked", async () => {
  const { attempt } = await lapsed();
  const ends = (last: string) =>
    sql("test_late_ends", "update enrolment set last_day = $2 where household_id = $1", [claire().id, last]);
  await ends("2026-11-13");
  await at.look(attempt, after(40));
  await ends("2027-07-02");
  expect(await placesIn(attempt)).toMatchObject([{ outcome: "barred" }]);
  expect(await at.states(place())).toEqual(["cancelled"]);
});

test("what the family gave back itself does not come back", async () => {
  expect(await at.send(claire(), "book", place(), after(0))).toBe("held");
  const order = await at.order(claire(), after(1));
  await at.pay(claire(), order, after(1));
  expect(await at.send(claire(), "cancel", place(), after(2))).toBe("cancelled");
  at.paying.gateway.last().end = "paid";
  await at.look(order.id, after(3));
  const places = await placesIn(order.id);
  expect(places).toMatchObject([{ outcome: "cancelled" }]);
  expect(lostSentence(places, cents(0))).toContain("cette place avait été annulée entre-temps");
  expect(await at.states(place())).toEqual(["cancelled"]);
});

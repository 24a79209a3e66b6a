import { afterAll, beforeAll, expect, test } from "vitest";

import { agentWith } from "../../../test/builders/actors.ts";
import { basketTown, type BasketTown } from "../../../test/payments/basket-town.ts";
import { basketLines } from "./basket-lines.ts";
import { bookUnpaid } from "./book-unpaid.ts";

let at: BasketTown;
beforeAll(async () => {
  at = await basketTown();
}, 60_000);
afterAll(() => at.paying.town.close());

const start = Temporal.Instant.from("2026-11-12T08:00:00Z");
const reason = "Tarif voté le 15 décembre";

test("an agent books what has no price, once, with the reason that the history tells; what has a price is paid", async () => {
  const home = at.paying.home;
  const visit = { ...at.as(home, start), actor: { ...agentWith(["bookings.write"]), name: "Martine Leroy" } };
  for (const unit of ["Atelier", "Journée"])
    expect(await at.send(home, "book", at.slot(unit, 0), start)).toBe("held");
  const { database } = at.paying.town;
  const reach = { householdIds: [home.id], withheldIds: [] };
  const lines = await database.read((reads) => basketLines(reads, reach, start));
  const ofPrice = (priced: boolean) =>
    lines.filter(({ cents }) => (cents !== null) === priced).flatMap(({ bookingIds }) => bookingIds);
  const book = (bookings: (typeof lines)[number]["bookingIds"], householdId = home.id) =>
    bookUnpaid(visit, { householdId, bookings, reason });
  const changed = { ok: false, refusal: { code: "changed" } };
  expect(await book(ofPrice(true))).toEqual(changed);
  expect(await book(ofPrice(false), at.paying.other.id)).toEqual(changed);
  const both = await Promise.all([book(ofPrice(false)), book(ofPrice(false))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await at.states(at.slot("Atelier", 0))).toEqual(["booked"]);
  expect(await at.states(at.slot("Journée", 0))).toEqual(["held"]);
  const told = await database.read((reads) =>
    reads.rows(
      "test_unpaid_history",
      "select act, reason, by_label as by, by_agent as agent from booking_history where booking_id = any ($1::uuid[]) order by id",
      [ofPrice(false)],
    ),
  );
  expect(told.at(-1)).toEqual({ act: "booked", reason, by: "Martine Leroy", agent: true });
  expect(told).toHaveLength(2);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { cents, type Id } from "#kernel";
import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { basketTown, HOLD_MINUTES, type BasketTown } from "../../../test/payments/basket-town.ts";
import { paidAhead } from "../advances/paid-ahead.ts";
import { changeRegie } from "./change-regie.ts";
import { receiptById } from "./desk-receipt.ts";
import type { DeskOrder } from "./desk-order.ts";
import { DESK_MEANS } from "./regie.ts";
import { rehearsePayment, takePayment } from "./take-payment.ts";

const regie = newId<"regie">();
const nadia = { ...agentWith(["regie.use"]), name: "Nadia Roussel" };
const opening = Temporal.Instant.from("2026-11-11T08:00:00Z");
let at: BasketTown;
const writesRegie = (siteIds: readonly Id<"site">[], now: Temporal.Instant) =>
  changeRegie(
    { ...at.as(at.paying.home, now), actor: agentWith(["regie.settings"]) },
    {
      key: newId<"regieSetting">(),
      regie,
      from: Temporal.PlainDate.from("2026-09-01"),
      setting: {
        ...{ name: "Régie", openedOn: Temporal.PlainDate.from("2026-09-01"), place: "", hours: "" },
        ...{ chequeOrder: "Régie", siteIds, means: DESK_MEANS, regisseurId: nadia.accountId },
        ...{ deputyIds: [], takerIds: [], cashCeiling: cents(100_000), chequeDepositDays: 15 },
        ...{ cesuActivityIds: [], cesuYoungActivityIds: [], cesuYoungAge: 6, ancvActivityIds: [] },
      },
    },
  );

beforeAll(async () => {
  at = await basketTown();
  await writesRegie([], opening);
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
const visit = (now: Temporal.Instant) => ({ ...at.as(claire(), now), actor: nadia });

async function held(): Promise<DeskOrder> {
  expect(await at.send(claire(), "book", at.slot("Journée", day), after(0))).toBe("held");
  const { bookings, householdId, guardianId } = await at.order(claire(), after(1));
  return {
    ...{ id: newId<"payment">(), regie, householdId, guardianId, means: "cash", cents: cents(1240) },
    ...{ handed: null, drawer: null, bank: null, reference: null, chosen: [], places: bookings },
  };
}
const codeOf = async (order: DeskOrder, now = after(2)) => {
  const done = await takePayment(visit(now), order);
  return done.ok ? "taken" : done.refusal.code;
};
const state = () => at.states(at.slot("Journée", day));

test("the money of a basket books its places once, whoever sends it how often; the receipt says both", async () => {
  const before = (await at.balance(claire())) ?? 0;
  const order = await held();
  expect(await rehearsePayment(visit(after(2)), order)).toMatchObject({
    value: { places: [{ cents: 1240 }] },
  });
  expect(await state()).toEqual(["held"]);
  const done = await Promise.all(Array.from({ length: 6 }, () => takePayment(visit(after(2)), order)));
  for (const one of done) expect(one).toMatchObject({ ok: true, value: { places: [{ cents: 1240 }] } });
  expect(await state()).toEqual(["booked"]);
  expect(await at.balance(claire())).toBe(before - 1240);
  const receipt = await at.paying.town.database.read((reads) => receiptById(reads, order.id));
  expect(receipt?.places).toMatchObject([{ bookings: order.places, cents: 1240 }]);
  const ahead = await at.paying.town.database.read((reads) => paidAhead(reads, order));
  expect(ahead).toEqual([{ label: receipt?.places[0]?.label, cents: 1240 }]);
  // The same key for the money alone is another order: what was booked is not in it.
  expect(await codeOf({ ...order, places: [] })).toBe("taken");
  await at.expire(after(HOLD_MINUTES + 5));
  expect(await state()).toEqual(["booked"]);
});

test("nothing is taken for places that are not to be had: too little, a title, paid on line, given back, out of time", async () => {
  const before = await at.balance(claire());
  const order = await held();
  expect(await codeOf({ ...order, cents: cents(1239) })).toBe("places-cost");
  expect(await codeOf({ ...order, places: [...order.places, newId<"booking">()] })).toBe("places-gone");
  expect(await codeOf({ ...order, householdId: at.paying.other.id })).toBe("unknown");
  expect(await codeOf(order, after(HOLD_MINUTES + 2))).toBe("places-gone");
  const online = await at.order(claire(), after(3));
  expect(await at.pay(claire(), online, after(3))).toMatchObject({ ok: true });
  expect(await codeOf(order, after(4))).toBe("places-gone");
  at.paying.gateway.last().end = "refused";
  await at.look(online.id, after(5));
  await writesRegie([at.centre.siteId], after(5));
  expect(await codeOf(order, after(6))).toBe("places-means");
  await writesRegie([], after(6));
  expect(await at.send(claire(), "cancel", at.slot("Journée", day), after(7))).toBe("cancelled");
  expect(await codeOf(order, after(8))).toBe("places-gone");
  expect(await at.balance(claire())).toBe(before);
  expect(await state()).toEqual(["cancelled"]);
});

test("at the desk and on line at one moment: one of them has the place, the other takes no money", async () => {
  const before = (await at.balance(claire())) ?? 0;
  const order = await held();
  const online = await at.order(claire(), after(1));
  const [desk, sent] = await Promise.all([
    takePayment(visit(after(2)), order),
    at.pay(claire(), online, after(2)),
  ]);
  expect([desk.ok, sent.ok].filter(Boolean)).toHaveLength(1);
  expect(await state()).toEqual([desk.ok ? "booked" : "held"]);
  expect(await at.balance(claire())).toBe(desk.ok ? before - 1240 : before);
});

import fc from "fast-check";
import { expect } from "vitest";

import { pollAttempts } from "../../../src/payments/attempts/poll.ts";
import { always, comeBack, type Act } from "./act.ts";
import type { Model } from "./model.ts";
import type { PaidAccounts } from "./paid-accounts.ts";

/** A family of a story, and the account that pays for its child. */
const FAMILIES = [0, 2] as const;
type Family = (typeof FAMILIES)[number];

const askFor = (family: Family, slot: number): Act => ({
  told: `ask(${family}, ${slot})`,
  possible: always,
  async do(_model, real) {
    const home = real.accounts[family]?.home;
    if (home === undefined) return;
    const outcome = await real.places.ask(home, slot, real.now);
    expect(["held", "full", "waiting", "already_booked", "already_waiting"]).toContain(outcome);
  },
});

const giveBack = (family: Family, slot: number): Act => ({
  told: `give back(${family}, ${slot})`,
  possible: always,
  async do(model, real) {
    const home = real.accounts[family]?.home;
    const id = real.places.slots[slot];
    if (home === undefined || id === undefined) return;
    if ((await real.places.giveBack(home, slot, real.now)) === "cancelled") model.noteGivenBack(home.id, id);
  },
});

const payBasket = (family: Family, then: "stops" | "pays" | "comes back"): Act => ({
  told: `pay basket(${family}) and ${then}`,
  possible: always,
  async do(model, real, alone) {
    const home = real.accounts[family]?.home;
    const done = home && (await real.places.pay(home, real.now));
    if (done === undefined) return;
    const { basket, sent } = done;
    if (alone) expect(sent.ok, JSON.stringify(sent)).toBe(basket.total === 0 || !model.serviceDown);
    if (!sent.ok || "booked" in sent.value) return;
    const { pageUrl } = sent.value;
    const opened = real.opened().find(({ reference }) => pageUrl.endsWith(reference));
    if (opened === undefined) throw new Error("A page that the service never opened");
    if (alone) expect(opened.order.amount).toBe(basket.total);
    if (then !== "stops") opened.end = "paid";
    model.attempts.push({
      ...{ opened, account: family, at: real.now, documents: [] },
      ...{ refunded: 0, reversed: false, recorded: false },
    });
    if (then === "comes back") await comeBack(model.attempts.length - 1).do(model, real, alone);
  },
});

/** What a family does in one go: it asks for a place, and pays all that is kept for it. */
const askAndPay = (family: Family, slot: number, then: "stops" | "pays" | "comes back"): Act => ({
  told: `ask(${family}, ${slot}), pay basket and ${then}`,
  possible: always,
  async do(model, real, alone) {
    await askFor(family, slot).do(model, real, alone);
    await payBasket(family, then).do(model, real, alone);
  },
});

const clock: Act = {
  told: "clock",
  possible: always,
  async do(_model, real, alone) {
    await real.places.clock(real.now);
    if (!alone) return;
    const { standing } = await real.places.now();
    const over = standing.filter(
      ({ state, awaits, heldUntil }) =>
        state === "held" && awaits === null && heldUntil !== null && real.now.since(heldUntil).sign > 0,
    );
    expect(over, "places whose time is over").toEqual([]);
  },
};

const family = fc.constantFrom(...FAMILIES);
const slot = fc.nat(2);
const then = fc.constantFrom<("stops" | "pays" | "comes back")[]>("stops", "stops", "pays", "comes back");

/** What families and the clock do with places that are paid first. */
export const basketAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(family, slot).map((of) => askFor(...of)) },
  { weight: 3, arbitrary: fc.tuple(family, then).map((of) => payBasket(...of)) },
  { weight: 8, arbitrary: fc.tuple(family, slot, then).map((of) => askAndPay(...of)) },
  { weight: 2, arbitrary: fc.tuple(family, slot).map((of) => giveBack(...of)) },
  { weight: 3, arbitrary: fc.constant(clock) },
);

/** A basket is paid, the service says nothing, and the clock releases its places: the truth comes later, by another act. */
export const lapsedPayment = fc.tuple(family, slot).map(([of, place]) => ({
  told: `lapsed payment(${of}, ${place})`,
  async do(model: Model, real: PaidAccounts): Promise<void> {
    const known = model.attempts.length;
    await askAndPay(of, place, "stops").do(model, real, true);
    real.now = real.now.add({ minutes: 25 });
    await pollAttempts(real.context(), real.gateway);
    await real.places.clock(real.now);
    for (const { opened } of model.attempts.slice(known)) opened.end = "paid";
  },
}));

import fc from "fast-check";
import { expect } from "vitest";

import { always, comeBack, type Act } from "./act.ts";

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
  { weight: 4, arbitrary: fc.tuple(family, then).map((of) => payBasket(...of)) },
  { weight: 1, arbitrary: fc.tuple(family, slot).map((of) => giveBack(...of)) },
  { weight: 3, arbitrary: fc.constant(clock) },
);

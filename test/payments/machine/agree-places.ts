import { expect } from "vitest";

import type { PaidPlace, PlacesNow, Standing } from "./held-places.ts";
import type { Model } from "./model.ts";
import type { PaidAccounts } from "./paid-accounts.ts";

const isLive = ({ state }: Standing) => state !== "cancelled";

/**
 * Compares the places with the model. Whatever happens at once: counters are what is held and booked, no slot holds more
 * than it has, a priced place is booked by one payment that was received, a received payment says what became of each
 * place, and nothing awaits a payment that is over. `before`: what was there before an act that happened alone.
 */
export async function agreePlaces(
  model: Model,
  real: PaidAccounts,
  { before, last }: { before: PlacesNow | undefined; last: boolean },
): Promise<void> {
  const now = await real.places.now();
  const attempts = await real.attempts();
  for (const slot of now.slots) {
    const live = now.standing.filter((one) => one.slot === slot.id && isLive(one));
    expect(slot.taken, "the counter of a slot").toBe(live.length);
    expect(slot.taken, "places of a slot").toBeLessThanOrEqual(slot.places);
  }
  const had = now.paid.filter(({ outcome }) => outcome === "booked");
  for (const one of now.standing) {
    const by = had.filter(({ bookings }) => bookings.includes(one.id));
    const isPriced = one.slot !== real.places.slots[2];
    if (one.state === "booked" && isPriced) expect(by, "who paid a booked place").toHaveLength(1);
    if (one.state === "cancelled" && by.length > 0)
      expect(model.gaveBack(one.householdId, one.slot), "a paid place is only given back").toBe(true);
    if (one.state === "cancelled" && !one.released)
      expect(model.gaveBack(one.householdId, one.slot), "who cancelled").toBe(true);
    if (last) expect([one.state === "held", one.awaits], "nothing is kept any more").toEqual([false, null]);
  }
  for (const place of now.paid) {
    const row = attempts.get(place.refdet);
    expect(place.outcome !== null, JSON.stringify({ place, row })).toBe((row?.posted ?? 0) > 0);
  }
  for (const row of attempts.values())
    if (row.state !== "open" && row.state !== "opening") expect(row.awaiting, JSON.stringify(row)).toBe(0);
  if (before !== undefined) agreeOutcomes(before, now);
}

/** One attempt was found paid, and nothing else happened: what became of its places is known. */
function agreeOutcomes(before: PlacesNow, now: PlacesNow): void {
  const unsaid = new Set(before.paid.filter(({ outcome }) => outcome !== null).map(({ refdet }) => refdet));
  const told = now.paid.filter(({ refdet, outcome }) => outcome !== null && !unsaid.has(refdet));
  if (new Set(told.map(({ refdet }) => refdet)).size !== 1) return;
  for (const place of told) {
    const expected = expectedOf(before, place);
    if (expected !== undefined)
      expect({ outcome: place.outcome, late: place.late }, JSON.stringify(place)).toEqual(expected);
  }
}

/** From what was there before: kept still, booked by another payment, somebody else's, given back, or free. */
function expectedOf(before: PlacesNow, place: PaidPlace): { outcome: string; late: boolean } | undefined {
  const asked = before.paid.find(
    ({ refdet, bookings }) => refdet === place.refdet && sameSlot(before, bookings, place.bookings),
  );
  const own = before.standing.find(({ id }) => asked?.bookings.includes(id));
  // The attempt was opened by the same act: its places were kept.
  if (own === undefined) return undefined;
  if (own.state === "held") return { outcome: "booked", late: false };
  if (own.state === "booked") return { outcome: "already", late: false };
  if (!own.released) return { outcome: "cancelled", late: false };
  const live = before.standing.filter((one) => one.slot === own.slot && isLive(one));
  const again = live.find(({ householdId }) => householdId === own.householdId);
  if (again?.state === "booked") return { outcome: "already", late: false };
  if (again?.state === "held") return { outcome: "booked", late: true };
  const slot = before.slots.find(({ id }) => id === own.slot);
  return slot !== undefined && slot.taken < slot.places
    ? { outcome: "booked", late: true }
    : { outcome: "lost", late: false };
}

function sameSlot(before: PlacesNow, one: PaidPlace["bookings"], other: PaidPlace["bookings"]): boolean {
  const slotOf = (ids: PaidPlace["bookings"]) => before.standing.find(({ id }) => ids.includes(id))?.slot;
  return slotOf(one) !== undefined && slotOf(one) === slotOf(other);
}

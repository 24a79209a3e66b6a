import type { ChargedEvent, ChargeTariff } from "#pricing";

import { waiverKey } from "../penalties/waivers.ts";
import { personKey, type MonthFacts } from "./month-facts.ts";
import type { YearEvent } from "./year-events.ts";
import type { MonthPlace } from "./read-places.ts";

/**
 * @rule Ce qui compte pour une pénalité, et la combientième fois
 *
 * Une réservation prise après son délai, une place annulée après le sien, une venue sans réservation, un départ après
 * la fermeture. Les fois se comptent depuis le 1er septembre, pour le même enfant et le même service ; un départ dans le délai de grâce ne compte pas. Une
 * pénalité « par famille » est due une fois le même jour : par l'enfant parti le dernier.
 *
 * Exemple, fermeture à 18 h 30 et cinq minutes de grâce : 18 h 34 le 3 novembre 2026 ne compte pas, 18 h 50 le 5 est la
 * première fois, de vingt minutes.
 */
export function eventsOf(
  facts: MonthFacts,
  place: MonthPlace,
  { penalties, sourceKey }: Pick<ChargeTariff, "penalties"> & { readonly sourceKey: string },
): readonly ChargedEvent[] {
  return rawEventsOf(facts, place, penalties).map((event) => {
    const waived = facts.waived.get(waiverKey(place.payer.householdId, sourceKey, event.on));
    return waived === undefined ? event : { ...event, waived };
  });
}

function rawEventsOf(
  facts: MonthFacts,
  place: MonthPlace,
  penalties: ChargeTariff["penalties"],
): readonly ChargedEvent[] {
  if (place.cancelled !== undefined)
    return [{ on: "lateCancellation", ...timeOf(facts, place, "lateCancellation", 0) }];
  const asked = new Set(penalties.map(({ on }) => on));
  const events: ChargedEvent[] = [];
  if (place.bookingId === null && place.state === "present")
    events.push({ on: "unbooked", ...timeOf(facts, place, "unbooked", 0) });
  if (place.late && asked.has("lateBooking"))
    events.push({ on: "lateBooking", ...timeOf(facts, place, "lateBooking", 0) });
  const grace = Math.min(
    ...penalties.flatMap(({ on, graceMinutes }) => (on === "latePickUp" ? [graceMinutes ?? 0] : [])),
  );
  const minutes = minutesLate(place);
  if (asked.has("latePickUp") && minutes > grace)
    events.push({
      on: "latePickUp",
      minutes,
      ...timeOf(facts, place, "latePickUp", grace),
      ...(isPaidWithSibling(facts, place, minutes) ? { paidWithSibling: true } : {}),
    });
  return events;
}

/** How long after the closing somebody left. */
function minutesLate({ real, unit }: MonthPlace): number {
  return real === null ? 0 : Math.max(0, real.to - unit.hours.to);
}

/** The days of a week that is priced whole are given back once; of what is booked whole, once for each act. */
function eventKey({ units, tariffs }: MonthFacts, event: YearEvent): string {
  const { unitId, slotId, activityId, date, cancelledAt } = event;
  if (unitId === null) return slotId;
  const { code: unitCode, together } = units.unit(unitId);
  const week = `${unitId} ${date.subtract({ days: date.dayOfWeek - 1 }).toString()}`;
  if (tariffs?.chargedOn({ activityId, unitCode, date }).known?.every === "week") return week;
  if (together === null) return slotId;
  return `${together === "week" ? week : unitId} ${cancelledAt?.toString() ?? ""}`;
}

function timeOf(
  facts: MonthFacts,
  place: MonthPlace,
  on: YearEvent["on"],
  grace: number,
): { readonly time: number } | Record<string, never> {
  const { all } = facts.year;
  if (all === undefined) return {};
  const own = all.filter(
    (one) =>
      one.on === on &&
      one.participantId === place.participant.id &&
      one.activityId === place.unit.activity.id &&
      (on !== "latePickUp" || one.minutes > grace),
  );
  const mine = own.find(({ slotId }) => slotId === place.slotId);
  if (mine === undefined) return {};
  const keys = [...new Set(own.map((event) => eventKey(facts, event)))];
  return { time: keys.indexOf(eventKey(facts, mine)) + 1 };
}

/** Whether a brother or a sister who left later that day pays it, or as late and comes before. */
function isPaidWithSibling({ people, byPerson }: MonthFacts, place: MonthPlace, minutes: number): boolean {
  const { payer, participant } = place;
  const others = (people.get(payer.householdId) ?? []).filter((one) => one.participantId !== participant.id);
  const theirPlaces = others.flatMap(
    ({ participantId }) =>
      byPerson.get(personKey({ payer, participant: { id: participantId, name: "" } })) ?? [],
  );
  return theirPlaces.some((other) => {
    if (!other.date.equals(place.date)) return false;
    if (other.unit.activity.id !== place.unit.activity.id) return false;
    const theirs = minutesLate(other);
    return theirs > minutes || (theirs === minutes && other.participant.id < place.participant.id);
  });
}

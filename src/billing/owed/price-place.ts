import { chargeFacts, isMealUnsaid } from "#bookings";
import {
  priceOf,
  writeChargeCase,
  type ChargeFacts,
  type ChargeTariff,
  type Hole,
  type Price,
} from "#pricing";

import { eventsOf } from "./charge-events.ts";
import { daysInMonth, tariffOf, type MonthFacts } from "./month-facts.ts";
import { supplementsOf } from "./supplements-taken.ts";
import type { KeptFacts } from "./owed-charges.ts";
import type { MonthPlace } from "./read-places.ts";

/** What a place costs, and what was given to the tariff to know it. */
export interface PlacePrice {
  readonly price: Price | Hole;
  readonly priced: KeptFacts["priced"];
  readonly attended: boolean | null;
  /** When its absence was announced, where it was and nobody came all the same: « 2026-12-03T14:00 ». */
  readonly toldAt?: string | undefined;
  /** When somebody came and left, where it was noted. */
  readonly stay?: KeptFacts["stay"] | undefined;
}

/** What is known of a charge besides its place: how many days are booked together, which instalment it is. */
export interface Together {
  readonly days: number;
  readonly instalment?: number;
  /** Those that are booked together, where they are several. */
  readonly places?: readonly MonthPlace[];
  /** What it is charged as, where that is no booking: penalties are let off by it. */
  readonly sourceKey?: string;
}

/**
 * Prices a place of a month, or several that are booked together: by the tariff of its day, with the quotient of that
 * day, and with what was noted of it.
 */
export function pricePlace(
  facts: MonthFacts,
  place: MonthPlace,
  together: Together = { days: 1 },
): PlacePrice {
  return priceBy(facts, place, tariffOf(facts, place), together);
}

/** Prices a stay in a nursery without a contract, by the national scale. */
export function priceCare(facts: MonthFacts, place: MonthPlace): PlacePrice {
  const { unit, date } = place;
  const cared = facts.tariffs?.caredOn({ activityId: unit.activity.id, unitCode: unit.code, date });
  return priceBy(facts, place, cared, { days: 1 });
}

function priceBy(
  facts: MonthFacts,
  place: MonthPlace,
  found: ChargeTariff | undefined,
  together: Together,
): PlacePrice {
  const attended = isPointed(place) ? place.state === "present" : null;
  const toldAt = attended === true ? undefined : place.toldAt?.toString({ smallestUnit: "minute" });
  const what = { activity: place.unit.activityCode, unit: place.unit.code };
  if (found?.tariff === undefined)
    return {
      price: { kind: "hole", code: "noTariff" },
      priced: { ...what, date: place.date.toString() },
      attended,
    };
  const known = factsOf(facts, place, found, together);
  if ("code" in known) return { price: known, priced: { ...what, date: place.date.toString() }, attended };
  return {
    price: priceOf(known, found.tariff),
    priced: writeChargeCase(what, known),
    attended,
    toldAt,
    stay: place.real ?? undefined,
  };
}

/**
 * All that the tariff may ask of a place. Whether a child with a PAI brings its meal is a hole until an agent has said it;
 * a child of whom no category was noted has none.
 */
function factsOf(
  facts: MonthFacts,
  place: MonthPlace,
  found: ChargeTariff,
  { days, instalment, places = [place], sourceKey = sourceOf(place) }: Together,
): ChargeFacts | Hole {
  const { date, unit, participant, payer } = place;
  const { known, tariff, asks, penalties } = found;
  if (tariff === undefined || facts.tariffs === null) return { kind: "hole", code: "noTariff" };
  const sharing = known === undefined ? new Set<never>() : facts.tariffs.sharing(known);
  const minutes =
    place.state === "present" ? (place.attendedMinutes ?? place.bookedMinutes) : place.bookedMinutes;
  const all = chargeFacts(
    facts,
    {
      householdId: payer.householdId,
      participantId: participant.id,
      activityId: unit.activity.id,
      unitCode: unit.code,
      date,
      minutes,
      days,
    },
    sharing,
  );
  if (all === undefined) return { kind: "hole", code: "missingFact", fact: "audience" };
  // What a family earns is kept only where the price follows it.
  const { psu, ...plain } = all;
  const own = tariff.care === null || psu === undefined ? plain : { ...plain, psu };
  const who = { householdId: payer.householdId, participantId: participant.id, date };
  if (asks.ownMeal && isMealUnsaid(facts.people, who, own))
    return { kind: "hole", code: "missingFact", fact: "ownMeal" };
  const absence = facts.absences.get(place);
  const schoolDay = absence && facts.schoolDay(absence, date);
  const cost = facts.tariffs.costOn({ activityId: unit.activity.id, unitCode: unit.code, date });
  const supplements = supplementsOf(facts.supplements, place.cancelled === undefined ? places : []);
  const events = eventsOf(facts, place, { penalties, sourceKey });
  const slots = known?.every === "slot" ? places.length : 1;
  return {
    ...own,
    ...(tariff.regularFrom === null ? {} : { daysThisMonth: daysInMonth(facts, place, sharing) }),
    ...(cost === undefined ? {} : { cost }),
    ...(instalment === undefined ? {} : { instalment }),
    ...(supplements.length === 0 || tariff.care !== null ? {} : { supplements }),
    ...(events.length === 0 ? {} : { events }),
    ...(place.cancelled === undefined
      ? {}
      : { cancelled: { ...place.cancelled, ...(slots === 1 ? {} : { slots }) } }),
    ...(absence === undefined
      ? {}
      : { absence: { ...absence, ...(schoolDay === undefined ? {} : { schoolDay }) } }),
  };
}

const isPointed = ({ state }: MonthPlace): boolean => state === "present" || state === "absent";

/** What a place is charged as, alone: its booking, or a presence without one. */
export function sourceOf({ bookingId, slotId, participant }: MonthPlace): string {
  return bookingId === null ? `presence:${slotId ?? ""}:${participant.id}` : `booking:${bookingId}`;
}

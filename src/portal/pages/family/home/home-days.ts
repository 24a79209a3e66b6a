import { closedWord } from "#bookings";
import { capitalise, joinList } from "#kernel";
import type { StateTone } from "#platform";

import { atCommune } from "./at-commune.ts";
import type { FamilyHome, HomeChild, HomePlace } from "./family-home.ts";
import { texts } from "./texts.fr.ts";

/** What one child has on one day, in words. */
export interface ChildDay {
  readonly child: HomeChild;
  readonly states: readonly { readonly tone: StateTone; readonly word: string }[];
}

/** One day of the family; without children when nothing is offered to any of them. */
export interface HomeDay {
  readonly date: Temporal.PlainDate;
  readonly children: readonly ChildDay[];
}

/**
 * Today, tomorrow, and where tomorrow offers nothing the next day that does: on a Friday, a family sees Friday,
 * Saturday and Monday.
 */
export function homeDays(home: FamilyHome): readonly HomeDay[] {
  const { today, places } = home;
  const tomorrow = today.add({ days: 1 });
  const days = [dayOf(home, today), dayOf(home, tomorrow)];
  if (places.some(({ date }) => date.equals(tomorrow))) return days;
  const next = places.find(
    ({ date, place }) => Temporal.PlainDate.compare(date, tomorrow) > 0 && place.kind !== "closed",
  );
  return next === undefined ? days : [...days, dayOf(home, next.date)];
}

function dayOf({ children, places }: FamilyHome, date: Temporal.PlainDate): HomeDay {
  const ofDay = places.filter((place) => place.date.equals(date));
  if (ofDay.length === 0) return { date, children: [] };
  return {
    date,
    children: children.map((child) => ({
      child,
      states: statesOf(
        child,
        ofDay.filter(({ childId }) => childId === child.id),
      ),
    })),
  };
}

function statesOf(child: HomeChild, places: readonly HomePlace[]): ChildDay["states"] {
  if (!child.enrolled) return [{ tone: "closed", word: texts.notEnrolled }];
  const booked = places.filter((place) => isBooked(place) && !place.saidAbsent);
  const absent = places.filter((place) => isBooked(place) && place.saidAbsent);
  const closed = places.flatMap(({ place }) => (place.kind === "closed" ? closedWord(place.because) : []));
  const states = [
    ...(booked.length === 0 ? [] : [{ tone: "on" as const, word: bookedWords(booked) }]),
    ...(absent.length === 0 ? [] : [{ tone: "late" as const, word: texts.saidAbsent(bookedWords(absent)) }]),
    ...[...new Set(closed)].map((word) => ({ tone: "closed" as const, word })),
  ];
  if (states.length > 0) return states;
  return places.length === 0
    ? [{ tone: "closed", word: texts.nothingOffered }]
    : [{ tone: "free", word: texts.nothingBooked }];
}

/** « Accueil du matin et repas à Rue » */
function bookedWords(booked: readonly HomePlace[]): string {
  const byCommune = Map.groupBy(booked, ({ commune }) => commune);
  const words = [...byCommune].map(([commune, places]) => {
    const units = [...new Set(places.map(({ unitName }) => lowerFirst(unitName)))];
    return `${joinList(units)} ${atCommune(commune)}`.trim();
  });
  return capitalise(joinList(words));
}

/** Whether the child has the place, whichever of its households took it. */
export function isBooked({ place }: HomePlace): boolean {
  return place.kind === "booked" || place.kind === "booked-elsewhere";
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase("fr-FR") + text.slice(1);
}

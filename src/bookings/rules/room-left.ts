import { meets, type Span } from "./presence-curve.ts";

/** Places, and those that are taken. */
export interface Places {
  readonly places: number;
  readonly taken: number;
}

/** Places that the units of an activity share on a date: for an age, during a part of the day. */
export interface SharedPlaces extends Places, Span {
  /** Where the ages begin, in months: what tells one age group from another. */
  readonly fromMonths: number;
}

/** How many places a part of a day has, and how many are left. */
export interface Room {
  readonly places: number;
  readonly left: number;
  /** The parts of the day whose shared places decide; empty where the own places do. */
  readonly sharedOver: readonly Span[];
}

/**
 * What is left during a part of a day: a unit's own places, and no more than the shared ones allow. Whoever takes a
 * shared place for the whole part takes one in every part of the day that it meets, so the tightest decides; the ages
 * add up. Where the shared places decide, it says during which part of the day.
 *
 * Example: 20 places of a day's unit; shared, 12 in the morning (10 taken) and 12 in the afternoon (5 taken): 2 left.
 */
export function roomLeft(part: Span, own: Places, shared: readonly SharedPlaces[]): Room {
  const room = { places: own.places, left: Math.max(0, own.places - own.taken), sharedOver: [] };
  const met = shared.filter((one) => meets(one, part));
  if (met.length === 0) return room;
  let places = 0;
  let left = 0;
  const sharedOver: Span[] = [];
  for (const ofAge of Map.groupBy(met, ({ fromMonths }) => fromMonths).values()) {
    places += Math.min(...ofAge.map((one) => one.places));
    const free = Math.min(...ofAge.map((one) => one.places - one.taken));
    left += Math.max(0, free);
    sharedOver.push(...ofAge.filter((one) => one.places - one.taken === free));
  }
  if (places >= room.places && left >= room.left) return room;
  return {
    places: Math.min(room.places, places),
    left: Math.min(room.left, left),
    sharedOver: sharedOver.map(({ from, to }) => ({ from, to })),
  };
}

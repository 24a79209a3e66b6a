import { possibleAct } from "#bookings";

import type { FamilyHome, HomeChild, HomePlace } from "./family-home.ts";
import { isBooked } from "./home-days.ts";

/** A day that can still change, and the first instant after which something of it no longer can. */
export interface DayToDecide {
  readonly date: Temporal.PlainDate;
  readonly until: Temporal.Instant;
  /** Names of the children who have something, could have something, and found it full. */
  readonly booked: readonly string[];
  readonly nothing: readonly string[];
  readonly full: readonly string[];
}

/** How many days are told; the planning tells the others. */
const MOST_DAYS = 3;

/** The next days whose deadline is still to come, the nearest first. */
export function daysToDecide({ children, places }: FamilyHome): readonly DayToDecide[] {
  return [...Map.groupBy(places, ({ date }) => date.toString()).values()]
    .flatMap((ofDay): readonly DayToDecide[] => {
      const [first] = ofDay;
      const until = earliest(ofDay.flatMap(deadlineOf));
      if (first === undefined || until === undefined) return [];
      const names = (wanted: (own: readonly HomePlace[]) => boolean) => namesOf(children, ofDay, wanted);
      const can = (own: readonly HomePlace[], kind: "free" | "full") =>
        !own.some(isBooked) && own.some(({ place }) => place.kind === kind);
      return [
        {
          date: first.date,
          until,
          booked: names((own) => own.some(isBooked)),
          nothing: names((own) => can(own, "free")),
          full: names((own) => can(own, "full") && !can(own, "free")),
        },
      ];
    })
    .slice(0, MOST_DAYS);
}

function deadlineOf({ place, bookUntil, cancelUntil }: HomePlace): readonly Temporal.Instant[] {
  const act = possibleAct(place);
  if (act === "book") return [bookUntil];
  return act === "cancel" ? [cancelUntil] : [];
}

function earliest(instants: readonly Temporal.Instant[]): Temporal.Instant | undefined {
  return instants.toSorted(Temporal.Instant.compare)[0];
}

function namesOf(
  children: readonly HomeChild[],
  places: readonly HomePlace[],
  wanted: (own: readonly HomePlace[]) => boolean,
): readonly string[] {
  return children
    .filter((child) => wanted(places.filter(({ childId }) => childId === child.id)))
    .map(({ name }) => name);
}

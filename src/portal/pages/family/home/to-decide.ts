import { possibleAct } from "#bookings";

import type { FamilyHome, HomeChild, HomePlace } from "./family-home.ts";
import { isBooked } from "./home-days.ts";

/** A day that can still change, until when, and for whom that is so: a day with two deadlines stands twice. */
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
export function daysToDecide({ today, children, places }: FamilyHome): readonly DayToDecide[] {
  return [...Map.groupBy(places, ({ date }) => date.toString()).values()]
    .map((ofDay) => deadlinesOf(ofDay, children, today))
    .filter((deadlines) => deadlines.length > 0)
    .slice(0, MOST_DAYS)
    .flat();
}

/** What one child may still decide of one day. */
interface Choice {
  readonly name: string;
  readonly kind: "booked" | "nothing" | "full";
  /** Null where it is told with the deadline of the others. */
  readonly until: Temporal.Instant | null;
}

/** The deadlines of one day, the nearest first, each with the children whose it is. */
function deadlinesOf(
  ofDay: readonly HomePlace[],
  children: readonly HomeChild[],
  today: Temporal.PlainDate,
): readonly DayToDecide[] {
  const [first] = ofDay;
  if (first === undefined) return [];
  const { date } = first;
  const choices = children.flatMap(({ id, name }): readonly Choice[] => {
    const choice = choiceOf(ofDay.filter(({ childId }) => childId === id));
    // What a child lacks today is said above; who was just said to be ill has nothing to decide.
    if (choice === null || (choice.kind === "nothing" && date.equals(today))) return [];
    return [{ name, ...choice }];
  });
  const instants = choices.flatMap(({ until }) => until ?? []).toSorted(Temporal.Instant.compare);
  const once = instants.filter((at, index) => !instants[index - 1]?.equals(at));
  return once.map((until, index) => {
    const names = (kind: Choice["kind"]) =>
      choices
        .filter((one) => one.kind === kind && (one.until === null ? index === 0 : one.until.equals(until)))
        .map(({ name }) => name);
    return { date, until, booked: names("booked"), nothing: names("nothing"), full: names("full") };
  });
}

/** What a child has, or could have, and until when it can change; null where nothing is left to decide. */
function choiceOf(own: readonly HomePlace[]): Omit<Choice, "name"> | null {
  if (own.some(({ saidAbsent }) => saidAbsent)) return null;
  const until = (act: "book" | "cancel") =>
    own
      .filter(({ place }) => possibleAct(place) === act)
      .map(({ bookUntil, cancelUntil }) => (act === "book" ? bookUntil : cancelUntil))
      .toSorted(Temporal.Instant.compare)[0];
  if (own.some(isBooked)) {
    const last = until("cancel");
    return last === undefined ? null : { kind: "booked", until: last };
  }
  const open = until("book");
  if (open !== undefined) return { kind: "nothing", until: open };
  return own.some(({ place }) => place.kind === "full") ? { kind: "full", until: null } : null;
}

import type { Id } from "#kernel";

import { usualHours } from "./hours.ts";
import type { Hours } from "./lines.ts";
import {
  bookedCompanions,
  bookedHours,
  isBooked,
  isTold,
  mondayOf,
  proposalOf,
  type Place,
  type Proposal,
  type Wish,
} from "./proposal.ts";

/** For whom, and on which days; both included. */
export interface LikeLastYear {
  readonly participants: readonly Id<"participant">[];
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

/** The days of last year that a span is compared with: 52 weeks before, so that Mondays meet Mondays. */
export function lastYearOf({ firstDay, lastDay }: Pick<LikeLastYear, "firstDay" | "lastDay">) {
  return { first: firstDay.subtract({ weeks: 52 }), last: lastDay.subtract({ weeks: 52 }) };
}

/**
 * @rule Comme l'an dernier
 *
 * Pour chaque enfant, chaque prestation et chaque jour de la semaine, ce qui était réservé plus d'une fois sur deux à
 * la même période, 52 semaines plus tôt, est proposé pour tous les jours ouverts de cette année. Les semaines paires et
 * impaires sont regardées à part, pour les familles qui alternent. Seules comptent les semaines où la prestation était
 * réservée, de la première à la dernière : les autres restent comme elles sont, et c'est dit. Rien n'est annulé. Un
 * enfant qui a changé d'école retrouve la prestation qui porte le même nom. Ce qui est complet ou hors délai est laissé,
 * et dit. Les heures proposées sont celles qui étaient réservées le plus souvent ; si la prestation ne les a plus, celles
 * qui les couvrent, et c'est dit.
 *
 * Exemple : de septembre à décembre 2025, Lina mangeait le lundi et le jeudi, et le mardi des semaines paires ; elle n'a
 * pas mangé ensuite. De septembre 2026 à juillet 2027, les lundis et jeudis lui sont proposés jusqu'en décembre, et les
 * mardis des semaines paires ; rien n'est proposé à partir de janvier.
 *
 * In: the places of last year's days, those of the days asked for. Out: what would be booked, and what cannot be.
 */
export function likeLastYear(
  before: readonly Place[],
  places: readonly Place[],
  asked: LikeLastYear,
): Proposal {
  return proposalOf(usualOf(before, places, asked), places);
}

/**
 * What last year has to say of a span: `closed` where nothing of this year can be booked in it, `nothing` where nothing
 * was booked then, `irregular` where no weekday was booked more often than not, else the first and the last day that
 * were booked; `whole` where all the days of this year that can be booked meet weeks between them.
 */
export type LastYearHeld =
  | { readonly kind: "closed" | "nothing" | "irregular" }
  | {
      readonly kind: "usual";
      readonly first: Temporal.PlainDate;
      readonly last: Temporal.PlainDate;
      readonly whole: boolean;
    };

/** What last year held at the span that is asked for, of all that is offered in it this year. */
export function lastYearHeld(...known: Parameters<typeof likeLastYear>): LastYearHeld {
  const [before, places, asked] = known;
  const offered = ownPlaces(places, asked, { first: asked.firstDay, last: asked.lastDay }).filter(isTold);
  if (offered.length === 0) return { kind: "closed" };
  const booked = ownPlaces(before, asked, lastYearOf(asked))
    .filter(isBooked)
    .map(({ date }) => date)
    .toSorted(Temporal.PlainDate.compare);
  const [first] = booked;
  const last = booked.at(-1);
  if (first === undefined || last === undefined) return { kind: "nothing" };
  if (usualOf(...known).length === 0) return { kind: "irregular" };
  const weeks = weeksBetween(first, last);
  return { kind: "usual", first, last, whole: offered.every(({ date }) => meets(weeks, date)) };
}

function usualOf(before: readonly Place[], places: readonly Place[], asked: LikeLastYear): readonly Wish[] {
  const own = ownPlaces(before, asked, lastYearOf(asked));
  const held = heldWeeks(own);
  const habits = habitsOf(own, held);
  return ownPlaces(places, asked, { first: asked.firstDay, last: asked.lastDay })
    .filter(isTold)
    .flatMap((place): Wish[] => {
      const key = keysOf(place).find(({ habit }) => habits.has(habit));
      const habit = key && habits.get(key.habit);
      const weeks = key && held.get(key.held);
      return isUsual(habit) && weeks !== undefined && meets(weeks, place.date)
        ? [{ place, wanted: true, hours: usualHours(habit.hours) ?? null, companions: habit.companions }]
        : [];
    });
}

function ownPlaces(places: readonly Place[], { participants }: LikeLastYear, { first, last }: Span): Place[] {
  return places.filter(
    (place) => participants.includes(place.participantId) && isWithin(place.date, { first, last }),
  );
}

/** A span of days, both included. */
interface Span {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** From the Monday of the first day to the Sunday of the last. */
function weeksBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): Span {
  return { first: mondayOf(first), last: mondayOf(last).add({ days: 6 }) };
}

/** Whether a day of this year, 52 weeks earlier, is in a span of last year. */
function meets(weeks: Span, date: Temporal.PlainDate): boolean {
  return isWithin(date.subtract({ weeks: 52 }), weeks);
}

/** The weeks in which somebody had a unit, from the first to the last. What is booked by the season has no weeks: all count. */
function heldWeeks(places: readonly Place[]): ReadonlyMap<string, Span> {
  const held = new Map<string, Span>();
  const byDate = places.filter(isBooked).toSorted((a, b) => Temporal.PlainDate.compare(a.date, b.date));
  for (const { date, ...place } of byDate)
    for (const key of new Set(keysOf({ date, ...place }).map((one) => one.held)))
      held.set(key, place.bookedBy === "season" ? ALWAYS : weeksBetween(held.get(key)?.first ?? date, date));
  return held;
}

const ALWAYS: Span = {
  first: Temporal.PlainDate.from("0001-01-01"),
  last: Temporal.PlainDate.from("9999-12-31"),
};

/** Of the open days of one kind, how many there were, how many were booked, and at which hours. */
interface Habit {
  readonly open: number;
  readonly booked: number;
  readonly hours: readonly Hours[];
  /** As many as came along the last time that somebody did. */
  readonly companions: number;
}

function habitsOf(places: readonly Place[], held: ReadonlyMap<string, Span>): ReadonlyMap<string, Habit> {
  const habits = new Map<string, Habit>();
  for (const place of places) {
    if (place.state.kind === "closed") continue;
    const hours = bookedHours(place);
    for (const key of keysOf(place)) {
      const weeks = held.get(key.held);
      if (weeks !== undefined && !isWithin(place.date, weeks)) continue;
      const known = habits.get(key.habit) ?? { open: 0, booked: 0, hours: [], companions: 0 };
      habits.set(key.habit, {
        open: known.open + 1,
        booked: known.booked + (isBooked(place) ? 1 : 0),
        hours: hours === null ? known.hours : [...known.hours, hours],
        companions: bookedCompanions(place) || known.companions,
      });
    }
  }
  return habits;
}

function isUsual(habit: Habit | undefined): habit is Habit {
  return habit !== undefined && habit.booked * 2 > habit.open;
}

/**
 * Under what last year may know a place, the first that it knows decides: the unit itself before one of the same name,
 * weeks of the same parity before all; a package by no weekday. `held` is whose unit it is.
 */
function keysOf(place: Place): readonly { readonly habit: string; readonly held: string }[] {
  const day = place.bookedBy === "slot" ? place.date.dayOfWeek : "whole";
  const parity = (place.date.weekOfYear ?? 0) % 2;
  return [place.unitId, place.unitName.toLocaleLowerCase("fr-FR")].flatMap((unit) => {
    const held = `${place.participantId} ${unit}`;
    return [`${day} ${held} ${parity}`, `${day} ${held}`].map((habit) => ({ habit, held }));
  });
}

function isWithin(date: Temporal.PlainDate, { first, last }: Span): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(first, date) <= 0 && compare(date, last) <= 0;
}

import type { Id } from "#kernel";

import { usualHours } from "./hours.ts";
import type { Hours } from "./lines.ts";
import {
  bookedCompanions,
  bookedHours,
  isBooked,
  isTold,
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
 * impaires sont regardées à part, pour les familles qui alternent. Rien n'est annulé. Un enfant qui a changé d'école
 * retrouve la prestation qui porte le même nom. Ce qui est complet ou hors délai est laissé, et dit. Les heures proposées
 * sont celles qui étaient réservées le plus souvent ; si la prestation ne les a plus, celles qui les couvrent, et c'est
 * dit.
 *
 * Exemple : de septembre à décembre 2025, Lina mangeait le lundi et le jeudi, et le mardi des semaines paires. De
 * septembre à décembre 2026, tous les lundis et jeudis lui sont proposés, et les mardis des semaines paires.
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

/** Whether last year knows anything that was usual all along the span: a few weeks of an autumn are no habit of a whole year. */
export function wasUsual(...[before, places, asked]: Parameters<typeof likeLastYear>): boolean {
  return usualOf(before, places, asked).length > 0;
}

function usualOf(before: readonly Place[], places: readonly Place[], asked: LikeLastYear): readonly Wish[] {
  const participants = new Set(asked.participants);
  const then = lastYearOf(asked);
  const habits = habitsOf(
    before.filter((place) => participants.has(place.participantId) && isWithin(place, then.first, then.last)),
  );
  return places
    .filter((place) => participants.has(place.participantId) && isTold(place))
    .filter((place) => isWithin(place, asked.firstDay, asked.lastDay))
    .flatMap((place): Wish[] => {
      const habit = habitOf(habits, place);
      return isUsual(habit)
        ? [{ place, wanted: true, hours: usualHours(habit.hours) ?? null, companions: habit.companions }]
        : [];
    });
}

/** Of the open days of one kind, how many there were, how many were booked, and at which hours. */
interface Habit {
  readonly open: number;
  readonly booked: number;
  readonly hours: readonly Hours[];
  /** As many as came along the last time that somebody did. */
  readonly companions: number;
}

function habitsOf(places: readonly Place[]): ReadonlyMap<string, Habit> {
  const habits = new Map<string, Habit>();
  for (const place of places) {
    if (place.state.kind === "closed") continue;
    const hours = bookedHours(place);
    for (const key of keysOf(place)) {
      const known = habits.get(key) ?? { open: 0, booked: 0, hours: [], companions: 0 };
      habits.set(key, {
        open: known.open + 1,
        booked: known.booked + (isBooked(place) ? 1 : 0),
        hours: hours === null ? known.hours : [...known.hours, hours],
        companions: bookedCompanions(place) || known.companions,
      });
    }
  }
  return habits;
}

/** The first of the keys under which last year knows something decides. */
function habitOf(habits: ReadonlyMap<string, Habit>, place: Place): Habit | undefined {
  return keysOf(place)
    .map((key) => habits.get(key))
    .find((known) => known !== undefined);
}

function isUsual(habit: Habit | undefined): habit is Habit {
  return habit !== undefined && habit.booked * 2 > habit.open;
}

/** The unit itself before one of the same name, weeks of the same parity before all; a package by no weekday. */
function keysOf(place: Place): readonly string[] {
  const day = `${place.participantId} ${place.bookedBy === "slot" ? place.date.dayOfWeek : "whole"}`;
  const parity = (place.date.weekOfYear ?? 0) % 2;
  return [place.unitId, place.unitName.toLocaleLowerCase("fr-FR")].flatMap((unit) => [
    `${day} ${unit} ${parity}`,
    `${day} ${unit}`,
  ]);
}

function isWithin({ date }: Place, first: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(first, date) <= 0 && compare(date, last) <= 0;
}

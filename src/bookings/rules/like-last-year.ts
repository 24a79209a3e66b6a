import type { Id } from "#kernel";

import { isBooked, proposalOf, type Place, type Proposal, type Wish } from "./proposal.ts";

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
 * retrouve la prestation qui porte le même nom. Ce qui est complet ou hors délai est laissé, et dit.
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
  const participants = new Set(asked.participants);
  const habits = habitsOf(before.filter((place) => participants.has(place.participantId)));
  const wishes = places
    .filter((place) => participants.has(place.participantId) && place.state.kind !== "closed")
    .filter((place) => wasUsual(habits, place))
    .map((place): Wish => ({ place, wanted: true }));
  return proposalOf(wishes);
}

/** Of the open days of one kind, how many there were and how many were booked. */
interface Habit {
  open: number;
  booked: number;
}

function habitsOf(places: readonly Place[]): ReadonlyMap<string, Habit> {
  const habits = new Map<string, Habit>();
  for (const place of places) {
    if (place.state.kind === "closed") continue;
    for (const key of keysOf(place)) {
      const known = habits.get(key) ?? { open: 0, booked: 0 };
      habits.set(key, { open: known.open + 1, booked: known.booked + (isBooked(place) ? 1 : 0) });
    }
  }
  return habits;
}

/** The first of the keys under which last year knows something decides. */
function wasUsual(habits: ReadonlyMap<string, Habit>, place: Place): boolean {
  const habit = keysOf(place)
    .map((key) => habits.get(key))
    .find((known) => known !== undefined);
  return habit !== undefined && habit.booked * 2 > habit.open;
}

/** The unit itself before one of the same name, weeks of the same parity before all. */
function keysOf(place: Place): readonly string[] {
  const weekday = `${place.participantId} ${place.date.dayOfWeek}`;
  const parity = (place.date.weekOfYear ?? 0) % 2;
  return [place.unitId, place.unitName.toLocaleLowerCase("fr-FR")].flatMap((unit) => [
    `${weekday} ${unit} ${parity}`,
    `${weekday} ${unit}`,
  ]);
}

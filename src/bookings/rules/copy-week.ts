import type { Id } from "#kernel";

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

/** Whose week to copy, to whom. */
export interface CopyWeek {
  readonly from: Id<"participant">;
  readonly to: readonly Id<"participant">[];
  readonly monday: Temporal.PlainDate;
}

/**
 * @rule Copier la semaine d'un enfant
 *
 * La semaine de l'enfant copié devient celle des autres : ses jours réservés sont réservés, ses jours libres sont
 * annulés. Deux enfants d'écoles différentes ont chacun leur repas : une prestation vaut pour celle qui porte le même
 * nom. Un jour où l'enfant copié n'a rien de comparable (autre école fermée) est laissé tel quel. Les heures d'arrivée et
 * de départ deviennent les mêmes, aussi là où l'autre enfant en a réservé d'autres ; là où elles n'existent pas, celles
 * qui les couvrent sont proposées, et c'est dit.
 *
 * Exemple : Lina mange lundi et jeudi, Hugo mardi. Copier la semaine de Lina vers Hugo réserve lundi et jeudi pour
 * Hugo et annule son mardi.
 */
export function copyWeek(places: readonly Place[], { from, to, monday }: CopyWeek): Proposal {
  const week = places.filter((place) => mondayOf(place.date).equals(monday));
  const model = new Map<string, { booked: boolean; hours: Hours | null; companions: number }>();
  for (const place of week) {
    if (place.participantId !== from || place.state.kind === "closed") continue;
    const known = model.get(dayAndUnit(place));
    if (known?.booked !== true)
      model.set(dayAndUnit(place), {
        booked: isBooked(place),
        hours: bookedHours(place),
        companions: bookedCompanions(place),
      });
  }
  const others = new Set(to.filter((participant) => participant !== from));
  const wishes = week.flatMap((place): Wish[] => {
    const known = model.get(dayAndUnit(place));
    if (known === undefined || !isTold(place) || !others.has(place.participantId)) return [];
    const { booked: wanted, hours, companions } = known;
    return !wanted && place.state.kind === "booked-elsewhere"
      ? []
      : [{ place, wanted, hours, companions, changeHours: true }];
  });
  return proposalOf(wishes, places);
}

/** A week that is booked whole is one thing, whatever its days. */
function dayAndUnit({ date, bookedBy, unitName }: Place): string {
  return `${bookedBy === "slot" ? date.toString() : "whole"} ${unitName.toLocaleLowerCase("fr-FR")}`;
}

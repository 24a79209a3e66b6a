import type { Id } from "#kernel";

import { isBooked, mondayOf, proposalOf, type Place, type Proposal, type Wish } from "./proposal.ts";

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
 * nom. Un jour où l'enfant copié n'a rien de comparable (autre école fermée) est laissé tel quel.
 *
 * Exemple : Lina mange lundi et jeudi, Hugo mardi. Copier la semaine de Lina vers Hugo réserve lundi et jeudi pour
 * Hugo et annule son mardi.
 */
export function copyWeek(places: readonly Place[], { from, to, monday }: CopyWeek): Proposal {
  const week = places.filter((place) => mondayOf(place.date).equals(monday));
  const model = new Map<string, boolean>();
  for (const place of week) {
    if (place.participantId !== from || place.state.kind === "closed") continue;
    model.set(dayAndUnit(place), model.get(dayAndUnit(place)) === true || isBooked(place));
  }
  const others = new Set(to.filter((participant) => participant !== from));
  const wishes = week.flatMap((place): Wish[] => {
    const wanted = model.get(dayAndUnit(place));
    if (wanted === undefined || place.state.kind === "closed" || !others.has(place.participantId)) return [];
    return !wanted && place.state.kind === "booked-elsewhere" ? [] : [{ place, wanted }];
  });
  return proposalOf(wishes);
}

function dayAndUnit(place: Place): string {
  return `${place.date.toString()} ${place.unitName.toLocaleLowerCase("fr-FR")}`;
}

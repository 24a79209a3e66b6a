import type { Id } from "#kernel";

import { isBooked, mondayOf, proposalOf, type Place, type Proposal, type Wish } from "./proposal.ts";

/** Which week to repeat, for whom, how often and until when. */
export interface RepeatWeek {
  readonly participants: readonly Id<"participant">[];
  readonly monday: Temporal.PlainDate;
  /** The last day that may change. */
  readonly until: Temporal.PlainDate;
  /** 1: every week; 2: every other week, for those who alternate. */
  readonly everyWeeks: 1 | 2;
  /** Whether days that the model week leaves free are cancelled too. */
  readonly alsoCancel: boolean;
}

/**
 * @rule Répéter une semaine
 *
 * Les jours réservés d'une semaine modèle sont réservés dans les semaines suivantes, toutes ou une sur deux, jusqu'à
 * la date dite ; les autres jours ne sont annulés que si la famille le demande. Un jour fermé dans la semaine modèle
 * ne dit rien de ce jour : il est laissé tel quel. Un jour complet ou hors délai est laissé, et dit.
 *
 * Exemple : la semaine du lundi 2 novembre 2026 a un repas le lundi et le jeudi. Répétée jusqu'au vendredi 18 décembre
 * elle réserve les lundis et jeudis du 9 novembre au 17 décembre ; la semaine du 9, dont le mercredi 11 est férié,
 * prise comme modèle, ne changerait aucun mercredi.
 */
export function repeatWeek(places: readonly Place[], repeat: RepeatWeek): Proposal {
  const participants = new Set(repeat.participants);
  const model = new Map<string, boolean>();
  const later: Place[] = [];
  for (const place of places) {
    if (!participants.has(place.participantId)) continue;
    const weeks = weeksAfter(repeat.monday, place.date);
    if (weeks === 0 && place.state.kind !== "closed") model.set(weekdayOf(place), isBooked(place));
    if (weeks > 0 && weeks % repeat.everyWeeks === 0 && isUntil(place, repeat.until)) later.push(place);
  }
  return proposalOf(later.flatMap((place) => wishOf(place, model.get(weekdayOf(place)), repeat.alsoCancel)));
}

function wishOf(place: Place, wanted: boolean | undefined, alsoCancel: boolean): Wish[] {
  if (wanted === undefined || place.state.kind === "closed") return [];
  // What the other household of the child has booked is never ours to cancel.
  if (!wanted && (!alsoCancel || place.state.kind === "booked-elsewhere")) return [];
  return [{ place, wanted }];
}

function weeksAfter(monday: Temporal.PlainDate, date: Temporal.PlainDate): number {
  return monday.until(mondayOf(date), { largestUnit: "days" }).days / 7;
}

function isUntil(place: Place, until: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(place.date, until) <= 0;
}

function weekdayOf(place: Place): string {
  return `${place.participantId} ${place.unitId} ${place.date.dayOfWeek}`;
}

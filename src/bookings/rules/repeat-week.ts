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

/** In which of the later weeks: each, one in two counted from the model week, those of an even or an odd number. */
export type Rhythm = "every" | "every-other" | "even" | "odd";

/** Which week to repeat, for whom, how often and until when. */
export interface RepeatWeek {
  readonly participants: readonly Id<"participant">[];
  readonly monday: Temporal.PlainDate;
  /** The last day that may change. */
  readonly until: Temporal.PlainDate;
  readonly rhythm: Rhythm;
  /** Whether days that the model week leaves free are cancelled too. */
  readonly alsoCancel: boolean;
}

/**
 * @rule Répéter une semaine
 *
 * Les jours réservés d'une semaine modèle sont réservés dans les semaines suivantes, toutes, une sur deux, les paires
 * ou les impaires, jusqu'à la date dite ; les autres jours ne sont annulés que si la famille le demande. Un jour fermé
 * dans la semaine modèle ne dit rien de ce jour : il est laissé tel quel. Un jour complet ou hors délai est laissé, et
 * dit. Les heures d'arrivée et de départ sont répétées ; un jour déjà réservé à d'autres heures les garde, à moins que la
 * famille demande que ces semaines deviennent comme le modèle.
 *
 * Le numéro d'une semaine est celui du calendrier (ISO) : la semaine du lundi 9 novembre 2026 est la 46, paire. L'année
 * 2026 a 53 semaines : la 53 et la 1 qui la suit sont toutes deux impaires, comme le disent les jugements de garde ;
 * « une semaine sur deux » compte depuis la semaine modèle et ne s'y arrête pas.
 *
 * Exemple : la semaine du lundi 2 novembre 2026 a un repas le lundi et le jeudi. Répétée jusqu'au vendredi 18 décembre
 * elle réserve les lundis et jeudis du 9 novembre au 17 décembre ; la semaine du 9, dont le mercredi 11 est férié,
 * prise comme modèle, ne changerait aucun mercredi.
 */
export function repeatWeek(places: readonly Place[], repeat: RepeatWeek): Proposal {
  const participants = new Set(repeat.participants);
  const model = new Map<string, Model>();
  const later: Place[] = [];
  for (const place of places) {
    if (!participants.has(place.participantId)) continue;
    const weeks = weeksAfter(repeat.monday, place.date);
    const key = weekdayOf(place);
    if (weeks === 0 && place.state.kind !== "closed" && model.get(key)?.booked !== true)
      model.set(key, {
        booked: isBooked(place),
        hours: bookedHours(place),
        companions: bookedCompanions(place),
      });
    if (weeks > 0 && isInRhythm(repeat.rhythm, weeks, place.date) && isUntil(place, repeat.until))
      later.push(place);
  }
  return proposalOf(
    later.flatMap((place) => wishOf(place, model.get(weekdayOf(place)), repeat.alsoCancel)),
    places,
  );
}

/** What the model week has on a weekday. */
interface Model {
  readonly booked: boolean;
  readonly hours: Hours | null;
  readonly companions: number;
}

function wishOf(place: Place, model: Model | undefined, alsoCancel: boolean): Wish[] {
  if (model === undefined || !isTold(place)) return [];
  const { booked: wanted, hours, companions } = model;
  // What the other household of the child has booked is never ours to cancel.
  if (!wanted && (!alsoCancel || place.state.kind === "booked-elsewhere")) return [];
  return [{ place, wanted, hours, companions, changeHours: alsoCancel }];
}

function isInRhythm(rhythm: Rhythm, weeks: number, date: Temporal.PlainDate): boolean {
  const number = date.weekOfYear ?? 0;
  switch (rhythm) {
    case "every":
      return true;
    case "every-other":
      return weeks % 2 === 0;
    case "even":
      return number % 2 === 0;
    case "odd":
      return number % 2 === 1;
  }
}

function weeksAfter(monday: Temporal.PlainDate, date: Temporal.PlainDate): number {
  return monday.until(mondayOf(date), { largestUnit: "days" }).days / 7;
}

function isUntil(place: Place, until: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(place.date, until) <= 0;
}

/** A week that is booked whole is one thing, whatever its days. */
function weekdayOf({ participantId, unitId, bookedBy, date }: Place): string {
  return `${participantId} ${unitId} ${bookedBy === "slot" ? date.dayOfWeek : "whole"}`;
}

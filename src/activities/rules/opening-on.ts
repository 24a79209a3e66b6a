/** Hours of a day; both or neither. */
export interface OwnHours {
  /** Null: those of the unit. */
  readonly startsAt: Temporal.PlainTime | null;
  readonly endsAt: Temporal.PlainTime | null;
}

/** On which ISO weekday a unit opens or no longer opens, from which day on, with how many places. */
export interface DatedOpening extends OwnHours {
  readonly weekday: number;
  readonly validFrom: Temporal.PlainDate;
  /** False: closed on that weekday from that day on. */
  readonly offered: boolean;
  readonly places: number;
}

/** One date on which a unit opens: an outing, a workshop, a day of a stay. */
export interface DatedPlaces extends OwnHours {
  readonly date: Temporal.PlainDate;
  readonly places: number;
}

/** When a unit opens in a season. */
export interface UnitOpenings {
  readonly openings: readonly DatedOpening[];
  readonly dates: readonly DatedPlaces[];
}

/** What holds for a unit on a date. */
export interface OpeningHeld extends OwnHours {
  readonly offered: boolean;
  readonly places: number;
  /** Chosen as this very date, and not as a weekday. */
  readonly chosenDate: boolean;
}

/**
 * @rule L'ouverture qui vaut un jour donné
 *
 * Une ouverture (un jour de la semaine, un nombre de places, des horaires) vaut à partir d'une date, jusqu'à la
 * suivante du même jour de la semaine ; celle qui « n'ouvre plus » ferme ce jour à partir de sa date. Une date
 * choisie (sortie, atelier, séjour) passe avant le jour de la semaine.
 *
 * Exemple : le lundi a 60 places depuis la rentrée et 80 à partir du 4 janvier 2027. Le lundi 14 décembre 2026 en a
 * 60, le lundi 4 janvier 80.
 *
 * In: the openings of one unit in one season, in any order. Out: what holds that day, undefined before the first.
 */
export function openingOn(
  { openings, dates }: UnitOpenings,
  date: Temporal.PlainDate,
): OpeningHeld | undefined {
  const chosen = dates.find((known) => known.date.equals(date));
  if (chosen !== undefined) return { ...chosen, offered: true, chosenDate: true };
  const held = lastHeld(
    openings.filter((opening) => opening.weekday === date.dayOfWeek),
    date,
  );
  return held && { ...held, chosenDate: false };
}

/** Of what holds from a day on each, the last that began by that date. */
export function lastHeld<Dated extends { readonly validFrom: Temporal.PlainDate }>(
  dated: readonly Dated[],
  date: Temporal.PlainDate,
): Dated | undefined {
  let held: Dated | undefined;
  for (const candidate of dated) {
    if (Temporal.PlainDate.compare(candidate.validFrom, date) > 0) continue;
    if (held === undefined || Temporal.PlainDate.compare(held.validFrom, candidate.validFrom) < 0)
      held = candidate;
  }
  return held;
}

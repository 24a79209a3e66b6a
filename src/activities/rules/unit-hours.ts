import { lastHeld } from "./opening-on.ts";

/** The hours that a unit covers, and how families choose theirs within them. */
export interface UnitHours {
  readonly startsAt: Temporal.PlainTime;
  readonly endsAt: Temporal.PlainTime;
  /** The family chooses arrival and departure in steps of so many minutes; null: the unit's own hours. */
  readonly hourStep: 15 | 30 | 60 | null;
}

/** Hours that hold from a day on. */
export interface DatedUnitHours extends UnitHours {
  readonly validFrom: Temporal.PlainDate;
}

/** The hours with which a unit began, and those that took their place since, or will. */
export interface HoursOfUnit extends UnitHours {
  readonly laterHours: readonly DatedUnitHours[];
}

/**
 * @rule Les horaires d'une prestation qui valent un jour donné
 *
 * Les horaires d'une prestation et leur pas (de 15, 30 ou 60 minutes) valent à partir d'une date, jusqu'aux suivants. Une
 * séance garde ceux de son jour ; les horaires écrits à l'ouverture passent avant ceux de la prestation.
 *
 * Exemple : l'accueil du soir va de 16 h 30 à 18 h 30, par demi-heure, puis de 16 h 30 à 19 h, par quart d'heure, à
 * partir du 4 janvier 2027. Le vendredi 18 décembre 2026 se réserve encore jusqu'à 18 h 30, par demi-heure ; le lundi 4
 * janvier jusqu'à 19 h, par quart d'heure.
 *
 * In: the hours of a unit. Out: those of that day.
 */
export function hoursOn(
  { startsAt, endsAt, hourStep, laterHours }: HoursOfUnit,
  date: Temporal.PlainDate,
): UnitHours {
  return lastHeld(laterHours, date) ?? { startsAt, endsAt, hourStep };
}

/**
 * The hours of a unit once these hold from a day on: those before stay, and what was to begin later gives way. Where
 * they hold already that day, nothing changes.
 */
export function hoursFrom(known: HoursOfUnit, said: UnitHours, from: Temporal.PlainDate): HoursOfUnit {
  const { startsAt, endsAt, hourStep, laterHours } = known;
  const first = { startsAt, endsAt, hourStep };
  if (sameHours(hoursOn(known, from), said)) return { ...first, laterHours };
  const kept = laterHours.filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, from) < 0);
  return { ...first, laterHours: [...kept, { validFrom: from, ...said }] };
}

/** Whether two hours are the same, with the same step. */
export function sameHours(a: UnitHours, b: UnitHours): boolean {
  return a.startsAt.equals(b.startsAt) && a.endsAt.equals(b.endsAt) && a.hourStep === b.hourStep;
}

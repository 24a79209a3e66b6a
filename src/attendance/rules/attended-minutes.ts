/** How the minutes of a unit are counted. */
export interface Rounding {
  /** Minutes of a slice: 10, 15, 30 or 60. */
  slice: number;
  /** Slices of the clock, or of the whole time. */
  counted: "clock" | "duration";
}

/** When somebody came and left, local time. */
export interface Stay {
  arrivedAt: Temporal.PlainTime;
  leftAt: Temporal.PlainTime;
}

/**
 * The minutes of a stay, in slices that have started.
 *
 * @rule Heures de présence
 *
 * Une tranche commencée compte entière. Elle dure 10, 15, 30 ou 60 minutes, au choix de la collectivité pour chaque
 * prestation, à partir d’un jour ; sans choix, le pas dans lequel les heures se réservent. Les tranches sont celles de
 * l’horloge (« toute demi-heure commencée est due ») ou celles de la durée totale. L’arrondi est le même pour les
 * heures facturées et les heures réalisées.
 *
 * Exemple : arrivé à 8 h 40, parti à 17 h 10, par demi-heures. À l’horloge, de 8 h 30 à 17 h 30 : 9 heures. Sur la
 * durée, 8 heures 30.
 */
export function attendedMinutes({ arrivedAt, leftAt }: Stay, { slice, counted }: Rounding): number {
  const from = minuteOf(arrivedAt);
  const to = minuteOf(leftAt);
  if (to <= from) return 0;
  if (counted === "duration") return up(to - from, slice);
  return up(to, slice) - Math.floor(from / slice) * slice;
}

/** The minute of the day: 510 for « 8 h 30 ». */
export function minuteOf({ hour, minute }: Temporal.PlainTime): number {
  return hour * 60 + minute;
}

const up = (minutes: number, slice: number) => Math.ceil(minutes / slice) * slice;

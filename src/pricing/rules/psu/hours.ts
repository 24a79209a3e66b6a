/** Hours of a day, in minutes since midnight. */
export interface DayHours {
  readonly from: number;
  readonly to: number;
}

/** How started slices are counted: 30 minutes of the total duration, or of the clock at arrival and departure. */
export interface SliceRule {
  readonly minutes: 10 | 15 | 30 | 60;
  readonly of: "duration" | "clock";
}

/**
 * @rule Multi-accueil : toute demi-heure commencée est due
 *
 * Les heures facturées et les heures réalisées s'arrondissent de la même façon, à la tranche commencée (10, 15, 30 ou
 * 60 minutes, au choix de la collectivité) : sur la durée totale, ou à l'arrivée et au départ.
 *
 * Exemple, tranches de 30 minutes : de 8 h 10 à 16 h 40, 8 h 30 de durée font 8 h 30 ; à l'horloge, de 8 h à 17 h, 9 h.
 */
export function countedMinutes({ from, to }: DayHours, { minutes, of }: SliceRule): number {
  if (of === "duration") return Math.ceil((to - from) / minutes) * minutes;
  return Math.ceil(to / minutes) * minutes - Math.floor(from / minutes) * minutes;
}

/**
 * @rule Multi-accueil : les heures complémentaires
 *
 * Le temps passé avant l'arrivée ou après le départ prévus, par tranche commencée, au tarif du contrat, sans
 * majoration. Un jour non prévu est complémentaire en entier.
 *
 * Exemple : prévu de 9 h à 17 h, venu de 8 h 50 à 17 h 05 : une demi-heure le matin et une le soir.
 */
export function complementaryMinutes(planned: DayHours | null, real: DayHours, rule: SliceRule): number {
  if (planned === null) return countedMinutes(real, rule);
  const before = Math.max(0, Math.min(planned.from, real.to) - real.from);
  const after = Math.max(0, real.to - Math.max(planned.to, real.from));
  const started = (minutes: number) => Math.ceil(minutes / rule.minutes) * rule.minutes;
  return started(before) + started(after);
}

/** What an authority watches, and how soon it is told; null where a watch is off. */
export interface WatchRule {
  readonly unpointedAfterDays: number | null;
  readonly unbilled: boolean;
  readonly unissuedFromDay: number | null;
  readonly jump: { readonly percent: number; readonly cents: number } | null;
  readonly quotientDays: number | null;
}

/** How far each threshold may be set. */
export const WATCH_LIMITS = {
  unpointedAfterDays: { least: 0, most: 60 },
  unissuedFromDay: { least: 1, most: 28 },
  jumpPercent: { least: 1, most: 999 },
  jumpEuros: { least: 0, most: 10_000 },
  quotientDays: { least: 0, most: 180 },
} as const;

/** Where nothing was said: every watch is on, as the database begins with. */
export const USUAL_WATCHES: WatchRule = {
  unpointedAfterDays: 3,
  unbilled: true,
  unissuedFromDay: 10,
  jump: { percent: 100, cents: 5000 },
  quotientDays: 30,
};

/** How far back a watch looks: what is older is no news of the morning. */
const MONTHS_BACK = 12;

/** The first day that any watch looks at. */
export function firstWatchedDay(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ months: MONTHS_BACK }).with({ day: 1 });
}

/**
 * The last day that should be noted by now.
 *
 * @rule Un jour non pointé
 *
 * Un jour est signalé quand le délai choisi par la collectivité est passé et que quelqu’un d’attendu n’est noté ni présent
 * ni absent. Exemple, avec 3 jours : le lundi 23 novembre est signalé à partir du jeudi 26. Un mois déjà facturé n’est
 * plus signalé : un agent l’a accepté sans pointage.
 */
export function lastDayToPoint(today: Temporal.PlainDate, afterDays: number): Temporal.PlainDate {
  return today.subtract({ days: Math.max(afterDays, 1) });
}

/**
 * The last month that should be issued by now.
 *
 * @rule Un mois non facturé
 *
 * Un mois où des places ont été prises est en retard à partir du jour choisi du mois suivant. Exemple, avec le 10 :
 * octobre est signalé à partir du 10 novembre, s’il n’est pas émis.
 */
export function lastMonthToIssue(today: Temporal.PlainDate, fromDay: number): Temporal.PlainYearMonth {
  return today.toPlainYearMonth().subtract({ months: today.day >= fromDay ? 1 : 2 });
}

/**
 * Whether a household’s total moved more than the authority wants to let pass.
 *
 * @rule Un total qui saute
 *
 * Le total d’un foyer est comparé à celui du mois facturé juste avant. Il est signalé quand l’écart atteint à la fois le
 * montant et le pourcentage choisis, vers le haut ou vers le bas ; un total tombé à zéro l’est dès que le montant est
 * atteint. Exemple, avec 100 % et 50 € : de 42,00 € à 95,00 € est signalé, de 200,00 € à 260,00 € ne l’est pas, de
 * 80,00 € à rien l’est. Un premier mois n’a rien à quoi se comparer.
 */
export function isJump(
  { before, now }: { before: number; now: number },
  { percent, cents }: NonNullable<WatchRule["jump"]>,
): boolean {
  const gap = Math.abs(now - before);
  if (before <= 0 || gap < cents) return false;
  return now <= 0 || gap * 100 >= percent * before;
}

/**
 * The day on which a quotient must still count, or it is told.
 *
 * @rule Un quotient qui prend fin
 *
 * Le quotient d’un foyer qui a des places à venir est signalé quand il prend fin avant le délai choisi, et que rien ne lui
 * succède. Exemple, avec 30 jours : fini le 31 janvier, il est signalé à partir du 2 janvier.
 */
export function quotientHorizon(today: Temporal.PlainDate, days: number): Temporal.PlainDate {
  return today.add({ days });
}

import type { QfSetting } from "./qf-setting.ts";

/**
 * @rule Jusqu'à quand vaut un quotient
 *
 * La collectivité nomme un jour de l'année, le 31 janvier par exemple : un quotient vaut jusqu'à ce jour-là. Celui dont
 * la situation est toute proche de ce jour (moins d'un mois, par exemple) vaut un an de plus : c'est déjà le nouveau.
 *
 * Exemple, « jusqu'au 31 janvier, 31 jours au moins » : une situation du 20 décembre 2026 vaut jusqu'au 31 janvier 2027,
 * une situation du 5 janvier 2027 jusqu'au 31 janvier 2028.
 *
 * Out: the last day on which it counts; null where it never expires.
 */
export function lastDayOf(
  { expires, expiresLeastDays }: Pick<QfSetting, "expires" | "expiresLeastDays">,
  { situationOn, firstDay }: { situationOn: Temporal.PlainDate; firstDay: Temporal.PlainDate },
): Temporal.PlainDate | null {
  if (expires === null) return null;
  const { compare } = Temporal.PlainDate;
  const least = situationOn.add({ days: expiresLeastDays });
  const isSoon = (day: Temporal.PlainDate) => compare(day, least) < 0 || compare(day, firstDay) < 0;
  // 29 February is 28 in most years.
  let { year } = situationOn;
  const inYear = () => Temporal.PlainDate.from({ year, ...expires });
  while (isSoon(inYear())) year += 1;
  return inYear();
}

/** Where a household stands on a day, for whoever must act. */
export type QfStanding =
  | { readonly kind: "missing" }
  | { readonly kind: "outdated"; readonly lastDay: Temporal.PlainDate }
  | { readonly kind: "expiring"; readonly lastDay: Temporal.PlainDate }
  | { readonly kind: "holds"; readonly lastDay: Temporal.PlainDate | null };

/**
 * @rule Quand prévenir qu'un quotient expire
 *
 * Le foyer est prévenu tant de jours avant la fin, sauf si le suivant est déjà là. Une fois passé, il est « expiré » :
 * la règle du tarif dit alors quel prix s'applique.
 *
 * Exemple, « 45 jours avant », pour un quotient qui vaut jusqu'au 31 janvier 2027 : prévenu à partir du 17 décembre 2026.
 */
export function qfStanding(
  known: { readonly lastDay: Temporal.PlainDate | null; readonly followed: boolean } | null,
  day: Temporal.PlainDate,
  warnDays: number,
): QfStanding {
  if (known === null) return { kind: "missing" };
  const { lastDay, followed } = known;
  if (lastDay === null) return { kind: "holds", lastDay };
  if (Temporal.PlainDate.compare(lastDay, day) < 0) return { kind: "outdated", lastDay };
  const isNear = Temporal.PlainDate.compare(lastDay.subtract({ days: warnDays }), day) <= 0;
  return { kind: isNear && !followed ? "expiring" : "holds", lastDay };
}

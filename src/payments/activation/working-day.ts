import { publicHolidays } from "#kernel";

/**
 * @rule Quand un paiement d’activation prend effet
 *
 * PayFiP ouvre un moyen de paiement le jour ouvré qui suit son paiement d’activation : ni samedi, ni dimanche, ni jour
 * férié.
 *
 * Exemple : payé le mercredi 11 novembre 2026, férié : effet le jeudi 12. Payé le vendredi 13 : effet le lundi 16.
 */
export function nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  const next = day.add({ days: 1 });
  const holidays = publicHolidays(next.year, "metropole");
  const closed = next.dayOfWeek > 5 || holidays.some(({ date }) => date.equals(next));
  return closed ? nextWorkingDay(next) : next;
}

import type { DayCalendar } from "#kernel";

import type { Deadline } from "./closing.ts";
import type { DeadlineSlot, WeekdayRule } from "./deadline-rule.ts";
import { onDayOff } from "./on-day-off.ts";

/**
 * @rule Délai : un jour fixe d'une semaine précédente
 *
 * Toutes les séances d'une semaine, du lundi au dimanche, ferment le même jour d'une semaine précédente.
 *
 * Exemple, « le jeudi de la semaine précédente à 10 h » : les séances du lundi 14 au vendredi 18 septembre 2026 sont
 * réservables jusqu'au jeudi 10 septembre à 10 h.
 */
export function weekdayOfEarlierWeek(rule: WeekdayRule, slot: DeadlineSlot, calendar: DayCalendar): Deadline {
  const days = rule.weekday - slot.date.dayOfWeek - 7 * rule.weeksBefore;
  return onDayOff(rule, { date: slot.date.add({ days }), at: rule.at }, slot, calendar);
}

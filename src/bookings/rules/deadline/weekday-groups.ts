import type { DayCalendar } from "#kernel";

import type { Deadline } from "./closing.ts";
import type { DeadlineSlot, WeekdayGroupsRule } from "./deadline-rule.ts";
import { onDayOff } from "./on-day-off.ts";

/**
 * @rule Délai : un jour pour un groupe de jours
 *
 * Chaque groupe de jours de la semaine a son jour et son heure de clôture : le plus proche de ces jours avant la
 * séance, jamais le jour même.
 *
 * Exemple, « vendredi 9 h pour lundi et mardi, mardi 9 h pour jeudi et vendredi » : le repas du mardi 15 septembre
 * 2026 ferme le vendredi 11 à 9 h, celui du jeudi 17 le mardi 15 à 9 h. Un jour qui n'est dans aucun groupe n'a
 * pas de délai connu, et l'agent en est averti.
 */
export function weekdayGroups(rule: WeekdayGroupsRule, slot: DeadlineSlot, calendar: DayCalendar): Deadline {
  const weekday = slot.date.dayOfWeek;
  const group = rule.groups.find(({ slots }) => slots.includes(weekday));
  if (group === undefined) return { kind: "unknown", because: { code: "weekdayWithoutGroup", weekday } };
  const daysBack = (weekday - group.weekday + 7) % 7 || 7;
  return onDayOff(rule, { date: slot.date.subtract({ days: daysBack }), at: group.at }, slot, calendar);
}

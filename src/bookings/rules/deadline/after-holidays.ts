import { type DayCalendar, NO_SCHOOL, type SchoolPeriod, countBack, schoolReturn } from "#kernel";

import { type Deadline, closesOn, closesWhere, schoolYearMissing } from "./closing.ts";
import type { AfterHolidays, DeadlineSlot, LastSchoolDayRule, PlainRule } from "./deadline-rule.ts";

/**
 * @rule Délai : le retour des vacances
 *
 * Les séances du premier jour d'école, ou de la première semaine, qui suivent des vacances peuvent avoir un autre
 * délai que les autres, par exemple le dernier jour d'école avant ces vacances. Un pont n'est pas des vacances.
 *
 * Exemple, « pour le jour du retour, le dernier jour d'école avant les vacances à 11 h » : le repas du lundi
 * 4 janvier 2027 ferme le vendredi 18 décembre 2026 à 11 h ; celui du mardi 5 janvier suit le délai ordinaire.
 *
 * In: the exception, the slot, and how the rules without an exception are decided. Out: null for a slot that is not
 * on a return.
 */
export function afterHolidays(
  exception: AfterHolidays,
  slot: DeadlineSlot,
  calendar: DayCalendar,
  decide: (rule: PlainRule) => Deadline,
): Deadline | null {
  const back = schoolReturn(calendar, slot.date, exception.slots);
  if (back.kind === "none") return null;
  if (back.kind === "unknown") return schoolYearMissing(back.schoolYear);
  const { slots, rule } = exception;
  const { holidays } = back;
  const deadline =
    rule.kind === "lastSchoolDay" ? lastSchoolDay(rule, holidays, slot, calendar) : decide(rule);
  return deadline.kind === "closes" ? { ...deadline, afterHolidays: { slots, holidays } } : deadline;
}

function lastSchoolDay(
  rule: LastSchoolDayRule,
  { firstDayOff }: SchoolPeriod,
  slot: DeadlineSlot,
  calendar: DayCalendar,
): Deadline {
  return closesWhere(countBack(calendar, NO_SCHOOL, firstDayOff, 1), (date) => closesOn(date, rule.at, slot));
}

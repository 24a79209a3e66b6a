import { type DayCalendar, countBack, schoolDayOn } from "#kernel";

import { type Deadline, closesOn, closesWhere, notAfterStart, schoolYearMissing } from "./closing.ts";
import type { ClearDaysRule, DeadlineSlot } from "./deadline-rule.ts";

/**
 * @rule Délai : des jours francs avant une période
 *
 * Toutes les séances d'une période ferment ensemble, un nombre de jours francs avant son premier jour : ni ce
 * premier jour ni celui du délai ne sont comptés. La période est la saison de l'activité, ou les vacances
 * scolaires ; leur premier jour est alors le premier qui n'est ni un samedi ni un dimanche.
 *
 * Exemple, « 15 jours francs avant le premier jour des vacances » : les vacances de la Toussaint 2026 commencent le
 * lundi 19 octobre, la réservation ferme le samedi 3 octobre (du 4 au 18 octobre, quinze jours entiers). Une séance du
 * week-end qui précède ce lundi ferme au plus tard quand elle commence.
 */
export function clearDaysBefore(rule: ClearDaysRule, slot: DeadlineSlot, calendar: DayCalendar): Deadline {
  const first = rule.before === "season" ? slot.seasonFirstDay : firstDayOfHolidays(slot, calendar);
  if (!(first instanceof Temporal.PlainDate)) return first;
  return closesWhere(countBack(calendar, rule.notCounted, first, rule.days + 1), (date, skipped) =>
    notAfterStart(closesOn(date, rule.at, slot, skipped), slot),
  );
}

function firstDayOfHolidays({ date }: DeadlineSlot, { school }: DayCalendar): Temporal.PlainDate | Deadline {
  const day = schoolDayOn(school, date);
  if (day.kind === "unknown") return schoolYearMissing(day.schoolYear);
  if (day.kind === "school") return { kind: "unknown", because: { code: "outsideHolidays" } };
  const { firstDayOff } = day.period;
  const weekday = firstDayOff.dayOfWeek;
  return weekday < 6 ? firstDayOff : firstDayOff.add({ days: 8 - weekday });
}

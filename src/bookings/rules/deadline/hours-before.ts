import { type DayCalendar, type SkippedDays, countBack, whyNotCounted } from "#kernel";

import { type Deadline, closesOn, closesWhere } from "./closing.ts";
import type { DeadlineSlot, HoursBeforeRule } from "./deadline-rule.ts";

const MINUTES_PER_DAY = 24 * 60;

/**
 * @rule Délai : des heures avant
 *
 * Un nombre d'heures avant le début de la séance, à l'horloge de Paris. Les heures des jours qui ne comptent pas ne
 * sont pas comptées : ces jours sont sautés en entier.
 *
 * Exemple, 48 heures avant : le repas du lundi 14 septembre 2026 à 12 h ferme le samedi 12 à 12 h ; si samedis et
 * dimanches ne comptent pas, le jeudi 10 à 12 h. Aussi quand l'heure change : celui du lundi 26 octobre 2026 à 12 h
 * ferme le samedi 24 à 12 h, bien que le dimanche 25 dure 25 heures.
 *
 * Pour une séance dont le jour ne compte pas lui-même, le décompte part de minuit, au début de ce jour.
 */
export function hoursBefore(rule: HoursBeforeRule, slot: DeadlineSlot, calendar: DayCalendar): Deadline {
  const own = whyNotCounted(calendar, rule.notCounted, slot.date);
  if (own.kind === "unknown")
    return { kind: "unknown", because: { code: "schoolYearMissing", schoolYear: own.schoolYear } };
  const ownMinutes = own.kind === "counted" ? slot.startsAt.hour * 60 + slot.startsAt.minute : 0;
  const left = rule.hours * 60 - ownMinutes;
  const days = Math.max(0, Math.ceil(left / MINUTES_PER_DAY));
  const time = new Temporal.PlainTime().add({ minutes: days * MINUTES_PER_DAY - left });
  const ownSkipped: readonly SkippedDays[] =
    own.kind === "notCounted" ? [{ first: slot.date, last: slot.date, reason: own.reason }] : [];
  return closesWhere(countBack(calendar, rule.notCounted, slot.date, days), (date, skipped) =>
    closesOn(date, { kind: "time", time }, slot, [...skipped, ...ownSkipped]),
  );
}

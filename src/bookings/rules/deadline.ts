import type { DayCalendar } from "#kernel";

import { afterHolidays } from "./deadline/after-holidays.ts";
import { clearDaysBefore } from "./deadline/clear-days.ts";
import { type Deadline, closesOn } from "./deadline/closing.ts";
import { daysBefore } from "./deadline/days-before.ts";
import type { DeadlineRule, DeadlineSlot, PlainRule } from "./deadline/deadline-rule.ts";
import { hoursBefore } from "./deadline/hours-before.ts";
import { untilInstant } from "./deadline/until.ts";
import { weekdayGroups } from "./deadline/weekday-groups.ts";
import { weekdayOfEarlierWeek } from "./deadline/weekday.ts";

/**
 * @rule Le délai de réservation ou d'annulation
 *
 * Réserver, annuler et changer les heures ont chacun leur délai. Le délai a une forme (un nombre de jours avant, un
 * jour fixe de la semaine précédente, un jour pour un groupe de jours, des jours francs avant une période, des
 * heures avant, une date pour toutes les séances, le début de la séance, jamais) et une heure : une heure fixe,
 * celle où la séance commence, ou la fin du jour (23 h 59 min 59,999 s). L'instant du délai est encore dans les
 * temps ; c'est l'heure de réception par le serveur qui fait foi.
 *
 * Exemple, « 24 heures avant, hors week-ends et jours fériés » : un jour avant, à l'heure du repas, samedis,
 * dimanches et jours fériés ne comptant pas. Le repas du jeudi 12 novembre 2026 à 12 h peut être annulé
 * jusqu'au mardi 10 novembre à 12 h, parce que le mercredi 11 est férié (Armistice 1918). Celui du lundi
 * 14 septembre 2026 peut l'être jusqu'au vendredi 11 septembre à 12 h.
 *
 * L'heure est celle de l'horloge à Paris, aussi quand elle change : à un jour ouvré avant, le repas du lundi 30 mars
 * 2026 ferme le vendredi 27 mars à 12 h, soit 71 heures avant et non 72. Une heure qui n'existe pas (2 h 30 le
 * 29 mars 2026) ferme à 3 h 30 ; une heure qui existe deux fois (2 h 30 le 25 octobre 2026) ferme à la seconde.
 *
 * « Jamais » : une place prise est vendue et ne s'annule pas en ligne ; un agent peut encore l'annuler en disant
 * pourquoi. Quand le calendrier scolaire manque, le délai est inconnu et l'année à importer est nommée.
 */
export function deadlineOf(rule: DeadlineRule, slot: DeadlineSlot, calendar: DayCalendar): Deadline {
  const decide = (plain: PlainRule): Deadline => plainDeadline(plain, slot, calendar);
  const onReturn =
    rule.afterHolidays === undefined ? null : afterHolidays(rule.afterHolidays, slot, calendar, decide);
  return onReturn ?? decide(rule);
}

/** Whether an act that the server received at `receivedAt` is in time: at the closing instant it still is. */
export function isInTime(closesAt: Temporal.Instant, receivedAt: Temporal.Instant): boolean {
  return Temporal.Instant.compare(receivedAt, closesAt) <= 0;
}

function plainDeadline(rule: PlainRule, slot: DeadlineSlot, calendar: DayCalendar): Deadline {
  switch (rule.kind) {
    case "daysBefore":
      return daysBefore(rule, slot, calendar);
    case "weekday":
      return weekdayOfEarlierWeek(rule, slot, calendar);
    case "weekdayGroups":
      return weekdayGroups(rule, slot, calendar);
    case "clearDays":
      return clearDaysBefore(rule, slot, calendar);
    case "hoursBefore":
      return hoursBefore(rule, slot, calendar);
    case "until":
      return untilInstant(rule, slot);
    case "slotStart":
      return closesOn(slot.date, { kind: "slotStart" }, slot);
    case "never":
      return { kind: "never" };
  }
}

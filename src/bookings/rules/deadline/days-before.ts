import { type DayCalendar, countBack } from "#kernel";

import { type Deadline, closesOn, closesWhere } from "./closing.ts";
import type { DaysBeforeRule, DeadlineSlot } from "./deadline-rule.ts";

/**
 * @rule Délai : un nombre de jours avant
 *
 * Un nombre de jours qui comptent avant la séance, à une heure dite. La collectivité choisit les jours qui ne
 * comptent pas : aucun (jours de calendrier), samedis, dimanches et jours fériés (jours ouvrés), vacances
 * scolaires aussi (jours d'école).
 *
 * Exemple, « 24 heures avant, hors week-ends et jours fériés » : un jour avant, à l'heure du repas, samedis,
 * dimanches et jours fériés ne comptant pas. Le repas du jeudi 12 novembre 2026 à 12 h peut être annulé
 * jusqu'au mardi 10 novembre à 12 h, parce que le mercredi 11 est férié (Armistice 1918). Celui du lundi
 * 14 septembre 2026 peut l'être jusqu'au vendredi 11 septembre à 12 h.
 *
 * Zéro jour veut dire le jour de la séance, même s'il ne compte pas ; l'heure peut alors suivre le début.
 */
export function daysBefore(rule: DaysBeforeRule, slot: DeadlineSlot, calendar: DayCalendar): Deadline {
  return closesWhere(countBack(calendar, rule.notCounted, slot.date, rule.days), (date, skipped) =>
    closesOn(date, rule.cutOff, slot, skipped),
  );
}

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
 * Exemple : le repas du lundi 10 mai 2027, trois jours avant à 10 h. Jours de calendrier : vendredi 7 mai. Samedis,
 * dimanches et jours fériés ne comptant pas : mardi 4 mai, parce que le jeudi 6 est férié (Ascension). Ni les vacances
 * et les ponts : lundi 3 mai, parce que le vendredi 7 est un pont.
 *
 * Zéro jour veut dire le jour de la séance, même s'il ne compte pas ; l'heure peut alors suivre le début.
 */
export function daysBefore(rule: DaysBeforeRule, slot: DeadlineSlot, calendar: DayCalendar): Deadline {
  return closesWhere(countBack(calendar, rule.notCounted, slot.date, rule.days), (date, skipped) =>
    closesOn(date, rule.cutOff, slot, skipped),
  );
}

import { type DayCalendar, nearestCounted } from "#kernel";

import { type Deadline, closesOn, closesWhere, notAfterStart } from "./closing.ts";
import type { CutOff, DeadlineSlot, WeekdayGroupsRule, WeekdayRule } from "./deadline-rule.ts";

/**
 * @rule Un délai qui tombe un jour qui ne compte pas
 *
 * Quand le jour fixe d'un délai ne compte pas (férié, vacances, fermeture : la collectivité dit lesquels), le délai
 * avance au dernier jour qui compte avant lui, recule au premier jour qui compte après lui, ou reste. Reculé, il ne
 * dépasse jamais le début de la séance.
 *
 * Exemple : le jeudi de la semaine précédente à 10 h, pour la semaine du lundi 10 mai 2027, est le jeudi 6 mai,
 * férié (Ascension). Avancé : mercredi 5 mai à 10 h. Reculé : vendredi 7 mai à 10 h. Maintenu : jeudi 6 mai à 10 h.
 */
export function onDayOff(
  { onDayOff: move, notCounted }: Pick<WeekdayRule | WeekdayGroupsRule, "onDayOff" | "notCounted">,
  { date, at }: { date: Temporal.PlainDate; at: CutOff },
  slot: DeadlineSlot,
  calendar: DayCalendar,
): Deadline {
  if (move === "stays") return closesOn(date, at, slot);
  return closesWhere(nearestCounted(calendar, notCounted, date, move), (moved, skipped) =>
    notAfterStart(closesOn(moved, at, slot, skipped), slot),
  );
}

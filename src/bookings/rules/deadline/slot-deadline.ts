import type { DayCalendar } from "#kernel";

import { deadlineOf } from "../deadline.ts";
import type { Deadline } from "./closing.ts";
import type { DeadlineRule, DeadlineSlot } from "./deadline-rule.ts";
import { movedDeadline, type MovedDeadline } from "./moved.ts";

/** A rule and the date of the slots from which it holds. */
export interface DatedRule {
  readonly validFrom: Temporal.PlainDate;
  readonly rule: DeadlineRule;
}

/** All that decides when an act closes on the slots of one unit in one season. */
export interface ActDeadlines {
  /** The most specific first (unit and season, unit, season, activity); of these the latest first. */
  readonly rules: readonly DatedRule[];
  /** What agents moved by hand, the last written first. */
  readonly moves: readonly MovedDeadline[];
}

/**
 * @rule Quel délai s'applique à une séance
 *
 * Le délai déplacé par un agent l'emporte ; sinon le réglage le plus précis : celui de la prestation dans la saison,
 * celui de la prestation, celui de la saison, celui de l'activité. De deux réglages aussi précis, le dernier entré
 * en vigueur à la date de la séance.
 *
 * Exemple : un accueil de loisirs ferme la veille à 10 h, et pour la prestation « journée avec repas » trois jours
 * ouvrés avant. Pour le mercredi 16 septembre 2026, la journée sans repas ferme le mardi 15 à 10 h, la journée avec
 * repas le vendredi 11.
 */
export function slotDeadline(
  { rules, moves }: ActDeadlines,
  slot: DeadlineSlot,
  calendar: DayCalendar,
): Deadline {
  const moved = movedDeadline(moves, slot);
  if (moved !== null) return moved;
  const dated = rules.find(({ validFrom }) => Temporal.PlainDate.compare(validFrom, slot.date) <= 0);
  if (dated === undefined) return { kind: "unknown", because: { code: "noDeadlineRule" } };
  return deadlineOf(dated.rule, slot, calendar);
}

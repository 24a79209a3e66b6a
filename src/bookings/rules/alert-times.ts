import { parisDateTime, parisInstant } from "#kernel";

import type { AlertRule } from "./alert-rule.ts";

/** Local hours at which alerts leave. */
const NOON = new Temporal.PlainTime(12);
const EVENING = new Temporal.PlainTime(18);

/**
 * @rule Quand une semaine vide est dite
 *
 * Le dimanche à 18 h (ou le jour réglé par la collectivité), ou plus tôt quand un délai de cette semaine ferme avant :
 * le dernier soir à 18 h qui laisse trois heures, ou les heures réglées, pour agir.
 *
 * Exemple : la semaine du lundi 16 novembre 2026. Si le repas du lundi se réserve jusqu'au vendredi 13 à 12 h, la
 * famille le lit le jeudi 12 à 18 h. Si tout se réserve jusqu'au dimanche à 23 h 59, le dimanche 15 à 18 h.
 */
export function tellEmptyWeekAt(
  monday: Temporal.PlainDate,
  until: Temporal.Instant,
  { weekDays, weekHours }: Pick<AlertRule, "weekDays" | "weekHours">,
): Temporal.Instant {
  const latest = parisInstant(monday.subtract({ days: weekDays }), EVENING);
  const local = parisDateTime(until.subtract({ hours: weekHours }));
  const tonight = Temporal.PlainTime.compare(local.toPlainTime(), EVENING) >= 0;
  const evening = parisInstant(local.toPlainDate().subtract({ days: tonight ? 0 : 1 }), EVENING);
  return Temporal.Instant.compare(evening, latest) < 0 ? evening : latest;
}

/**
 * @rule Quand un délai qui ferme est dit
 *
 * À midi quand il ferme ce jour-là après 14 h (deux heures plus tard, ou les heures réglées : « ce soir »), la veille à
 * 18 h quand il ferme plus tôt.
 *
 * Exemple : un délai le lundi 9 novembre 2026 à 23 h 59 est dit le lundi à 12 h ; un délai le lundi à 12 h est dit le
 * dimanche à 18 h.
 */
export function tellDeadlineAt(
  until: Temporal.Instant,
  { deadlineHours }: Pick<AlertRule, "deadlineHours">,
): Temporal.Instant {
  const local = parisDateTime(until);
  const date = local.toPlainDate();
  const noon = parisInstant(date, NOON);
  return Temporal.Instant.compare(noon.add({ hours: deadlineHours }), until) < 0
    ? noon
    : parisInstant(date.subtract({ days: 1 }), EVENING);
}

/** Whether an alert is to be told now: its hour has come, and something can still be done. */
export function isDue(tellAt: Temporal.Instant, until: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(tellAt, now) <= 0 && Temporal.Instant.compare(now, until) <= 0;
}

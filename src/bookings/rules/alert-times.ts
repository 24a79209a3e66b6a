import { parisDateTime, parisInstant } from "#kernel";

/** The kinds of alerts that an adult may choose. */
export const ALERT_KINDS = ["place_offered", "empty_week", "deadline_tonight"] as const;

/** See `ALERT_KINDS`. */
export type AlertKind = (typeof ALERT_KINDS)[number];

/** What holds for whoever has not chosen: an offered place waits for an answer, the others would be unasked for. */
export const ALERT_DEFAULTS: Readonly<Record<AlertKind, boolean>> = {
  place_offered: true,
  empty_week: false,
  deadline_tonight: false,
};

/** Local hours at which alerts leave. */
const NOON = new Temporal.PlainTime(12);
const EVENING = new Temporal.PlainTime(18);

/** What is left, at least, to whoever reads an alert. */
const TIME_TO_ACT = { hours: 3 } as const;
/** A deadline before this local time is told the evening before. */
const EARLY = new Temporal.PlainTime(14);

/**
 * @rule Quand une semaine vide est dite
 *
 * Le dimanche à 18 h, ou plus tôt quand un délai de cette semaine ferme avant : le dernier soir à 18 h qui laisse trois
 * heures pour agir.
 *
 * Exemple : la semaine du lundi 16 novembre 2026. Si le repas du lundi se réserve jusqu'au vendredi 13 à 12 h, la
 * famille le lit le jeudi 12 à 18 h. Si tout se réserve jusqu'au dimanche à 23 h 59, le dimanche 15 à 18 h.
 */
export function tellEmptyWeekAt(monday: Temporal.PlainDate, until: Temporal.Instant): Temporal.Instant {
  const sunday = parisInstant(monday.subtract({ days: 1 }), EVENING);
  const local = parisDateTime(until.subtract(TIME_TO_ACT));
  const tonight = Temporal.PlainTime.compare(local.toPlainTime(), EVENING) >= 0;
  const evening = parisInstant(local.toPlainDate().subtract({ days: tonight ? 0 : 1 }), EVENING);
  return Temporal.Instant.compare(evening, sunday) < 0 ? evening : sunday;
}

/**
 * @rule Quand un délai qui ferme est dit
 *
 * À midi quand il ferme ce jour-là après 14 h (« ce soir »), la veille à 18 h quand il ferme plus tôt.
 *
 * Exemple : un délai le lundi 9 novembre 2026 à 23 h 59 est dit le lundi à 12 h ; un délai le lundi à 12 h est dit le
 * dimanche à 18 h.
 */
export function tellDeadlineAt(until: Temporal.Instant): Temporal.Instant {
  const local = parisDateTime(until);
  const date = local.toPlainDate();
  return Temporal.PlainTime.compare(local.toPlainTime(), EARLY) > 0
    ? parisInstant(date, NOON)
    : parisInstant(date.subtract({ days: 1 }), EVENING);
}

/** Whether an alert is to be told now: its hour has come, and something can still be done. */
export function isDue(tellAt: Temporal.Instant, until: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(tellAt, now) <= 0 && Temporal.Instant.compare(now, until) <= 0;
}

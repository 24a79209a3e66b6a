import { countOf } from "#kernel";

/** The kinds of alerts that an adult may choose. */
export const ALERT_KINDS = ["place_offered", "empty_week", "deadline_tonight"] as const;

/** See `ALERT_KINDS`. */
export type AlertKind = (typeof ALERT_KINDS)[number];

/** What an authority says of alerts: which an adult has before choosing, and how long before they are told. */
export interface AlertRule extends Readonly<
  Record<"placeOffered" | "emptyWeek" | "deadlineTonight", boolean>
> {
  /** An empty week is told so many days before its Monday, at the latest: 1 is the Sunday. */
  readonly weekDays: number;
  /** At least so many hours before the first deadline of that week. */
  readonly weekHours: number;
  /** A deadline is told at noon where it closes more than so many hours after, else on the eve. */
  readonly deadlineHours: number;
}

/** How far each may be set. */
export const ALERT_LIMITS = {
  weekDays: { least: 1, most: 7 },
  weekHours: { least: 1, most: 72 },
  deadlineHours: { least: 1, most: 12 },
} as const;

/** Where nothing was said: an offered place waits for an answer, the other alerts would be unasked for. */
export const USUAL_ALERTS: AlertRule = {
  placeOffered: true,
  emptyWeek: false,
  deadlineTonight: false,
  weekDays: 1,
  weekHours: 3,
  deadlineHours: 2,
};

/** Whether somebody who has not chosen is told of this kind. */
export function toldUnasked(rule: AlertRule, kind: AlertKind): boolean {
  switch (kind) {
    case "place_offered":
      return rule.placeOffered;
    case "empty_week":
      return rule.emptyWeek;
    case "deadline_tonight":
      return rule.deadlineTonight;
  }
}

/** Whether both say the same. */
export function sameAlerts(a: AlertRule, b: AlertRule): boolean {
  return (
    a.placeOffered === b.placeOffered &&
    a.emptyWeek === b.emptyWeek &&
    a.deadlineTonight === b.deadlineTonight &&
    a.weekDays === b.weekDays &&
    a.weekHours === b.weekHours &&
    a.deadlineHours === b.deadlineHours
  );
}

const WEEKDAY_BEFORE = ["", "dimanche", "samedi", "vendredi", "jeudi", "mercredi", "mardi", "lundi d’avant"];

/** « Le dimanche à 18 h, ou plus tôt pour laisser 3 heures avant le premier délai. » */
export function emptyWeekSentence({ weekDays, weekHours }: AlertRule): string {
  return `Le ${WEEKDAY_BEFORE[weekDays] ?? ""} à 18 h, ou plus tôt quand un délai ferme avant : il reste alors au moins ${countOf(weekHours, "heure")}.`;
}

/** « À midi quand le délai ferme après 14 h ce jour-là, la veille à 18 h quand il ferme plus tôt. » */
export function deadlineSentence({ deadlineHours }: AlertRule): string {
  return deadlineHours >= 12
    ? "La veille à 18 h."
    : `À midi quand le délai ferme après ${12 + deadlineHours} h ce jour-là, la veille à 18 h quand il ferme plus tôt.`;
}

/** « place proposée » : what an adult has before choosing. */
export function unaskedWords(rule: AlertRule): string {
  const words = [
    ...(rule.placeOffered ? ["place proposée"] : []),
    ...(rule.emptyWeek ? ["semaine vide"] : []),
    ...(rule.deadlineTonight ? ["délai qui ferme"] : []),
  ];
  return words.length === 0 ? "aucune" : words.join(", ");
}

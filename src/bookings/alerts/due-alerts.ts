import type { Id } from "#kernel";

import type { AlertRule } from "../rules/alert-rule.ts";
import { type AlertKind } from "../rules/alert-rule.ts";
import { isDue, tellDeadlineAt, tellEmptyWeekAt } from "../rules/alert-times.ts";
import {
  unusualPlaces,
  weekGaps,
  type FamilyPlace,
  type UnusualPlace,
  type WeekGap,
} from "../rules/habits.ts";

import { mondayOf } from "../rules/proposal.ts";

/** Something to tell a family, and what makes it told once. */
export type DueAlert =
  | { kind: "empty_week"; subject: string; participantId: Id<"participant">; gap: WeekGap }
  | { kind: "deadline_tonight"; subject: string; participantId: Id<"participant">; unusual: UnusualPlace };

/** How many weeks ahead an empty one is looked for: some deadlines close two weeks before. */
const WEEKS_AHEAD = 3;

/** What is to be told now of one kind, from a family's places. */
export function dueAlerts(
  kind: Exclude<AlertKind, "place_offered">,
  places: readonly FamilyPlace[],
  now: Temporal.Instant,
  today: Temporal.PlainDate,
  rule: AlertRule,
): readonly DueAlert[] {
  return kind === "empty_week"
    ? emptyWeeks(places, now, today, rule)
    : closingDeadlines(places, now, today, rule);
}

function emptyWeeks(
  places: readonly FamilyPlace[],
  now: Temporal.Instant,
  today: Temporal.PlainDate,
  rule: AlertRule,
): readonly DueAlert[] {
  const next = today.add({ days: 8 - today.dayOfWeek });
  return Array.from({ length: WEEKS_AHEAD }, (_, index) => next.add({ weeks: index }))
    .flatMap((monday) => weekGaps(places, monday))
    .filter(({ monday, until }) => isDue(tellEmptyWeekAt(monday, until, rule), until, now))
    .map((gap) => ({
      kind: "empty_week",
      subject: `${gap.monday.toString()} ${gap.participantId}`,
      participantId: gap.participantId,
      gap,
    }));
}

function closingDeadlines(
  places: readonly FamilyPlace[],
  now: Temporal.Instant,
  today: Temporal.PlainDate,
  rule: AlertRule,
): readonly DueAlert[] {
  return unusualPlaces(places, today)
    .filter(({ until }) => isDue(tellDeadlineAt(until, rule), until, now))
    .map((unusual) => ({
      kind: "deadline_tonight",
      subject: `${unusual.place.slotId} ${unusual.place.participantId}`,
      participantId: unusual.place.participantId,
      unusual,
    }));
}

/**
 * A deadline of a week of which a child is told in the same breath that it is empty, with the same last moment, is said
 * by that letter: Monday is not told twice.
 */
export function saidOnce(alerts: readonly DueAlert[]): readonly DueAlert[] {
  const weeks = alerts.filter((alert) => alert.kind === "empty_week");
  return alerts.filter(
    (alert) =>
      alert.kind !== "deadline_tonight" ||
      alert.unusual.kind !== "missing" ||
      !weeks.some(
        ({ participantId, gap }) =>
          participantId === alert.participantId &&
          gap.monday.equals(mondayOf(alert.unusual.place.date)) &&
          gap.until.equals(alert.unusual.until),
      ),
  );
}

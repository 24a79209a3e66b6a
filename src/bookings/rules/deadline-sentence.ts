import { capitalise, formatMoment, joinList, parisDateTime, weekdayName } from "#kernel";

import { deadlineReasons } from "./deadline-facts.ts";
import type { Deadline, DeadlineUnknown } from "./deadline/closing.ts";
import { instantKept, isNever } from "./deadline/never.ts";

/** What the deadline closes: booking, cancelling, or both at once. */
export type DeadlineAct = "book" | "cancel" | "change";

const ADJECTIVE: Record<DeadlineAct, string> = {
  book: "réservable",
  cancel: "annulable",
  change: "modifiable",
};

const NEVER: Record<DeadlineAct, string> = {
  book: "ne se réserve pas en ligne",
  cancel: "ne s’annule pas en ligne",
  change: "ne se modifie pas en ligne",
};

/** « modifiable jusqu'au vendredi 6 novembre à 12 h », from the instant stored with the slot. */
export function untilSentence(closesAt: Temporal.Instant, act: DeadlineAct): string {
  return isNever(closesAt) ? NEVER[act] : `${ADJECTIVE[act]} jusqu’au ${momentOf(closesAt)}`;
}

/** « n'est plus annulable depuis le vendredi 6 novembre à 12 h », « ne s'annule pas en ligne » */
export function closedSentence(closesAt: Temporal.Instant, act: DeadlineAct): string {
  return isNever(closesAt) ? NEVER[act] : `n’est plus ${ADJECTIVE[act]} depuis le ${momentOf(closesAt)}`;
}

/**
 * Both deadlines of a slot in one sentence: « modifiable jusqu'au vendredi 6 novembre à 12 h » when they are the
 * same, else « réservable jusqu'au jeudi 5 novembre à 10 h, annulable jusqu'au vendredi 6 novembre à 12 h ».
 */
export function slotUntilSentence(bookUntil: Temporal.Instant, cancelUntil: Temporal.Instant): string {
  if (bookUntil.equals(cancelUntil)) return untilSentence(bookUntil, "change");
  return `${untilSentence(bookUntil, "book")}, ${untilSentence(cancelUntil, "cancel")}`;
}

/** Booking and cancelling, which close together but not with the hours: « réservable et annulable jusqu'au … ». */
export function bothSentence(closesAt: Temporal.Instant, inTime: boolean): string {
  if (isNever(closesAt)) return "ne se réserve ni ne s’annule en ligne";
  return inTime
    ? `réservable et annulable jusqu’au ${momentOf(closesAt)}`
    : `n’est plus réservable ni annulable depuis le ${momentOf(closesAt)}`;
}

/** « heures modifiables jusqu'au vendredi 6 novembre à 12 h », where they close apart from the place. */
export function hoursSentence(closesAt: Temporal.Instant, inTime: boolean): string {
  if (isNever(closesAt)) return "heures à changer par téléphone seulement";
  return inTime
    ? `heures modifiables jusqu’au ${momentOf(closesAt)}`
    : `heures fixées depuis le ${momentOf(closesAt)}`;
}

/**
 * The whole sentence with its reasons: « Modifiable jusqu'au mardi 10 novembre à 12 h, parce que mercredi
 * 11 novembre est férié (Armistice 1918). » Where the deadline is unknown, what is missing.
 */
export function explainDeadline(deadline: Deadline, act: DeadlineAct): string {
  if (deadline.kind === "unknown") return unknownSentence(deadline.because);
  return explainKept(instantKept(deadline), deadlineReasons(deadline), act);
}

/** The same from the instant and the reasons that a slot keeps. */
export function explainKept(
  closesAt: Temporal.Instant,
  reasons: readonly string[],
  act: DeadlineAct,
): string {
  return `${capitalise(untilSentence(closesAt, act))}${becauseOf(reasons)}.`;
}

/** « , parce que mercredi 11 novembre est férié (Armistice 1918) »; nothing where there is nothing to explain. */
export function becauseOf(reasons: readonly string[]): string {
  return reasons.length === 0 ? "" : `, parce que ${joinList(reasons)}`;
}

/** « mercredi 11 novembre à 10 h » */
export function momentOf(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}

function unknownSentence(because: DeadlineUnknown): string {
  switch (because.code) {
    case "noDeadlineRule":
      return "Aucun délai n’est réglé pour ce jour.";
    case "schoolYearMissing":
      return `Le délai n’est pas encore connu : il manque le calendrier scolaire ${because.schoolYear}.`;
    case "noDayCounts":
      return "Le délai ne peut pas être calculé : le réglage ne laisse aucun jour qui compte.";
    case "weekdayWithoutGroup":
      return `Le délai ne peut pas être calculé : le réglage ne dit rien du ${weekdayName(because.weekday)}.`;
    case "outsideHolidays":
      return "Le délai ne peut pas être calculé : il est compté depuis les vacances, et ce jour n’en est pas.";
  }
}

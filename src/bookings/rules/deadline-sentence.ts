import { type SkippedDays, capitalise, formatMoment, joinList, parisDateTime } from "#kernel";
import type { Deadline, DeadlineUnknown } from "./deadline.ts";
import { skippedPhrases } from "./skipped-days-sentence.ts";

/** What the deadline closes: booking, cancelling, or both at once. */
export type DeadlineAct = "book" | "cancel" | "change";

const ADJECTIVE: Record<DeadlineAct, string> = {
  book: "réservable",
  cancel: "annulable",
  change: "modifiable",
};

/** « modifiable jusqu'au vendredi 6 novembre à 12 h », from the instant stored with the slot. */
export function untilSentence(closesAt: Temporal.Instant, act: DeadlineAct): string {
  return `${ADJECTIVE[act]} jusqu'au ${moment(closesAt)}`;
}

/** « n'est plus annulable depuis le vendredi 6 novembre à 12 h » */
export function closedSentence(closesAt: Temporal.Instant, act: DeadlineAct): string {
  return `n'est plus ${ADJECTIVE[act]} depuis le ${moment(closesAt)}`;
}

/**
 * Both deadlines of a slot in one sentence: « modifiable jusqu'au vendredi 6 novembre à 12 h » when they are the
 * same, else « réservable jusqu'au jeudi 5 novembre à 10 h, annulable jusqu'au vendredi 6 novembre à 12 h ».
 */
export function slotUntilSentence(bookUntil: Temporal.Instant, cancelUntil: Temporal.Instant): string {
  if (bookUntil.equals(cancelUntil)) return untilSentence(bookUntil, "change");
  return `${untilSentence(bookUntil, "book")}, ${untilSentence(cancelUntil, "cancel")}`;
}

/**
 * The whole sentence with its reasons: « Modifiable jusqu'au mardi 10 novembre à 12 h, parce que mercredi
 * 11 novembre est férié (Armistice 1918). » Where the deadline is unknown, what is missing.
 */
export function explainDeadline(deadline: Deadline, act: DeadlineAct): string {
  if (deadline.kind === "unknown") return unknownSentence(deadline.because);
  const until = `${ADJECTIVE[act]} jusqu'au ${formatMoment(deadline.localDate, deadline.localTime)}`;
  return `${capitalise(until)}${because(deadline.skipped)}.`;
}

function because(skipped: readonly SkippedDays[]): string {
  return skipped.length === 0 ? "" : `, parce que ${joinList(skippedPhrases(skipped))}`;
}

function unknownSentence(because: DeadlineUnknown): string {
  switch (because.code) {
    case "schoolYearMissing":
      return `Le délai n'est pas encore connu : il manque le calendrier scolaire ${because.schoolYear}.`;
    case "noDayCounts":
      return "Le délai ne peut pas être calculé : le réglage ne laisse aucun jour qui compte.";
  }
}

function moment(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}

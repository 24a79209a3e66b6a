import { capitalise, joinList } from "#kernel";

import type { Deadline } from "./deadline.ts";
import { untilSentence, type DeadlineAct } from "./deadline-sentence.ts";
import { skippedPhrases } from "./skipped-days-sentence.ts";

/**
 * Why both deadlines of a slot are what they are, as kept beside them: for each act the days that were skipped,
 * one phrase a reason (« mercredi 11 novembre est férié (Armistice 1918) »).
 */
export interface DeadlineFacts {
  readonly book: readonly string[];
  readonly cancel: readonly string[];
}

type Known = Extract<Deadline, { kind: "closes" }>;

/** The facts of two deadlines, to keep with their instants. */
export function deadlineFacts(book: Known, cancel: Known): DeadlineFacts {
  return { book: skippedPhrases(book.skipped), cancel: skippedPhrases(cancel.skipped) };
}

/**
 * The sentence of `explainDeadline`, from what the slot keeps: « Modifiable jusqu'au mardi 10 novembre à 12 h,
 * parce que mercredi 11 novembre est férié (Armistice 1918). »
 */
export function explainKeptDeadline(
  closesAt: Temporal.Instant,
  skipped: readonly string[],
  act: DeadlineAct,
): string {
  const because = skipped.length === 0 ? "" : `, parce que ${joinList(skipped)}`;
  return `${capitalise(untilSentence(closesAt, act))}${because}.`;
}

import type { Deadline } from "./deadline.ts";
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

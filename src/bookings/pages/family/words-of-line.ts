import type { ReceiptLine } from "../../receipts/find-receipt.ts";
import { outcomeWords, type OutcomeWords } from "../../rules/outcome-sentence.ts";

/** What became of a line, or would: the same words on the receipt and on the page that confirms. */
export function wordsOf({
  outcome,
  about,
  shut,
  classAway,
  refusedWith,
  hours,
}: Pick<ReceiptLine, "outcome" | "about" | "shut" | "classAway" | "refusedWith" | "hours">): OutcomeWords {
  if (about === null) return outcomeWords(outcome, null);
  const { book = [], cancel = [], change = cancel } = about.deadlineFacts;
  return outcomeWords(outcome, {
    ...about,
    shut,
    classAway,
    refusedWith,
    hours,
    skippedToBook: book,
    skippedToCancel: cancel,
    skippedToChange: change,
  });
}

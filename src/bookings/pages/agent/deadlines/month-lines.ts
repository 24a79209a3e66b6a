import { capitalise, formatDay, joinList } from "#kernel";

import { explainKept, momentOf } from "../../../rules/deadline-sentence.ts";
import { isNever } from "../../../rules/deadline/never.ts";
import { closedWord } from "../../../rules/place-sentence.ts";
import type { SlotOfMonth } from "./month-deadlines.ts";
import { texts } from "./texts.fr.ts";

/** One day of the page and of its CSV: what each column says. */
export interface MonthLine {
  readonly day: string;
  readonly book: string;
  readonly cancel: string;
  readonly change: string;
  readonly why: string;
  readonly sentence: string;
}

/** What the page says of a slot; a closed one says why, and nothing of deadlines that close nothing. */
export function monthLine(slot: SlotOfMonth): MonthLine {
  const day = capitalise(formatDay(slot.date));
  if (slot.closedBecause !== null) {
    return {
      day,
      book: "–",
      cancel: "–",
      change: "–",
      why: "",
      sentence: `${closedWord(slot.closedBecause)}.`,
    };
  }
  return {
    day,
    book: moment(slot.bookUntil),
    cancel: moment(slot.cancelUntil),
    change: slot.changeUntil === null ? texts.month.likeCancel : moment(slot.changeUntil),
    why: whyOf(slot),
    sentence: sentenceOf(slot),
  };
}

/** The columns in their order, without the hours where no slot of the month has a deadline of its own for them. */
export function columnsOf(slots: readonly SlotOfMonth[]): readonly (readonly [keyof MonthLine, string])[] {
  const { month } = texts;
  const hours = slots.some(({ changeUntil }) => changeUntil !== null);
  return [
    ["day", month.day],
    ["book", month.book],
    ["cancel", month.cancel],
    ...(hours ? [["change", month.change] as const] : []),
    ["why", month.why],
    ["sentence", month.sentence],
  ];
}

function moment(until: Temporal.Instant): string {
  return isNever(until) ? texts.month.never : momentOf(until);
}

function whyOf({ facts: { book = [], cancel = [] } }: SlotOfMonth): string {
  const toBook = joinList(book);
  const toCancel = joinList(cancel);
  if (toBook === "" && toCancel === "") return texts.month.noWhy;
  if (toBook === toCancel) return capitalise(texts.month.whyBoth(toBook));
  return [
    toBook === "" ? "" : texts.month.whyBook(toBook),
    toCancel === "" ? "" : texts.month.whyCancel(toCancel),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function sentenceOf({ bookUntil, cancelUntil, facts: { book = [], cancel = [] } }: SlotOfMonth): string {
  const alike = bookUntil.equals(cancelUntil) && joinList(book) === joinList(cancel);
  if (alike) return explainKept(bookUntil, book, "change");
  return `${explainKept(bookUntil, book, "book")} ${explainKept(cancelUntil, cancel, "cancel")}`;
}

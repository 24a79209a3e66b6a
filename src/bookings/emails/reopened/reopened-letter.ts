import { countOf, formatDay } from "#kernel";

import { isInTime } from "../../rules/deadline.ts";
import { closedSentence, untilSentence } from "../../rules/deadline-sentence.ts";
import { lineWords } from "../../rules/line-words.ts";
import type { Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";
import type { AwaitedBooking } from "./awaited-bookings.ts";

/**
 * What a family reads when days that were closed open again: each place it had, and until when it can be booked
 * again; where that is too late, whom to ask.
 */
export function reopenedLetter(
  awaited: readonly ToldLine<AwaitedBooking>[],
  now: Temporal.Instant,
  planning: string,
): Letter {
  const days = new Set(awaited.map((line) => formatDay(line.date)));
  const [first = ""] = days;
  return {
    subject:
      days.size === 1
        ? texts.reopened.subjectOfDay(first)
        : texts.reopened.subject(countOf(days.size, "jour")),
    blocks: [
      { kind: "paragraph", text: texts.reopened.intro },
      {
        kind: "list",
        items: awaited.map((line) => texts.reopened.line(lineWords(line), until(line.bookUntil, now))),
      },
      { kind: "link", label: texts.reopened.book, href: planning },
    ],
  };
}

function until(bookUntil: Temporal.Instant, now: Temporal.Instant): string {
  return isInTime(bookUntil, now)
    ? untilSentence(bookUntil, "book")
    : texts.reopened.tooLate(closedSentence(bookUntil, "book"));
}

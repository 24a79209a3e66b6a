import { formatDay } from "#kernel";

import { lineWords } from "../../rules/line-words.ts";
import { cancelledCount } from "../../rules/outcome-count.ts";
import { closedWord } from "../../rules/place-sentence.ts";
import type { Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";
import type { LostBooking } from "./lost-bookings.ts";

/** What a family reads of a closing: the bookings it loses, under the message of the closing. */
export function closedLetter(lost: readonly ToldLine<LostBooking>[], planning: string): Letter {
  const [only, ...otherDays] = new Set(lost.map((line) => formatDay(line.date)));
  const count = cancelledCount(lost);
  const oneDay = only !== undefined && otherDays.length === 0;
  return {
    subject: oneDay ? texts.closed.subjectOfDay(only, count) : texts.closed.subject(count),
    blocks: [
      { kind: "paragraph", text: texts.closed.intro(!oneDay) },
      ...[...Map.groupBy(lost, (line) => line.because)].map(([because, lines]) => ({
        kind: "list" as const,
        title: closedWord(because),
        items: lines.map(lineWords),
      })),
      { kind: "paragraph", text: texts.closed.others },
      { kind: "link", label: texts.planning, href: planning },
    ],
  };
}

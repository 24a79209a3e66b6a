import { countOf, formatDay } from "#kernel";

import type { SlotToMove } from "../../slot-moves/slot-to-move.ts";
import { placeNoun } from "../../rules/line-words.ts";
import { listOf, type Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";

/** Where bookings were, where they are now, and why. */
export interface MoveToTell {
  from: SlotToMove;
  to: SlotToMove;
  reason: string;
  /** First names of those whom the move enrolled for that day, and of those whose such enrolment it took back. */
  enrolled: readonly string[];
  unenrolled: readonly string[];
}

/** What a family reads of a move: whose bookings, from where to where, and why. */
export function movedLetter(
  { from, to, reason, enrolled, unenrolled }: MoveToTell,
  firstNames: readonly string[],
  planning: string,
): Letter {
  const noun = placeNoun([from.unitName]);
  const count = countOf(firstNames.length, noun.one, noun.several);
  return {
    subject: texts.moved.subject(count, formatDay(from.date)),
    blocks: [
      { kind: "paragraph", text: texts.moved.intro },
      {
        kind: "list",
        title: texts.moved.change,
        items: [texts.moved.from(placeOf(from)), texts.moved.to(placeOf(to))],
      },
      { kind: "list", title: texts.moved.whom, items: firstNames },
      { kind: "paragraph", text: texts.moved.because(reason) },
      ...listOf(texts.moved.enrolled(to.activityName), enrolled),
      ...listOf(texts.moved.unenrolled(from.activityName), unenrolled),
      { kind: "paragraph", text: texts.moved.unsuitable },
      { kind: "link", label: texts.planning, href: planning },
    ],
  };
}

function placeOf({ date, unitName, activityName, siteName }: SlotToMove): string {
  return `${formatDay(date)}, ${unitName.toLocaleLowerCase("fr-FR")}, ${activityName} (${siteName})`;
}

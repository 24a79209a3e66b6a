import { capitalise, formatDateRange } from "#kernel";

import type { MoveCard } from "../../moving/move-queries.ts";
import { isInTime } from "../../rules/deadline.ts";
import { closedSentence, untilSentence, type DeadlineAct } from "../../rules/deadline-sentence.ts";
import type { Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import { dayWords } from "../../rules/line-words.ts";
import type { ToldSlot } from "./earlier-slots.ts";

/** What a family reads when days close earlier than it read: why, and for each new deadline the days that have it. */
export function earlierLetter(
  move: MoveCard,
  lifted: boolean,
  slots: readonly ToldSlot[],
  { now, planning }: { now: Temporal.Instant; planning: string },
): Letter {
  const words = texts.earlier;
  const [first, last] = [slots[0]?.date ?? move.firstDay, slots.at(-1)?.date ?? move.lastDay];
  const days = formatDateRange(first, last);
  return {
    subject: words.subject(move.activityName, days),
    blocks: [
      { kind: "paragraph", text: words.intro(move.activityName) },
      {
        kind: "paragraph",
        text: lifted ? words.lifted(move.because) : words.because(move.because),
      },
      ...[...Map.groupBy(slots, (slot) => untilOf(slot, now))].map(([until, own]) => ({
        kind: "list" as const,
        title: capitalise(until),
        items: own.map(dayWords),
      })),
      { kind: "paragraph", text: words.others },
      { kind: "link", label: texts.planning, href: planning },
    ],
  };
}

/** « modifiable jusqu’au mercredi 11 novembre à 10 h », of what closes earlier alone. */
function untilOf({ acts, bookUntil, cancelUntil, changeUntil }: ToldSlot, now: Temporal.Instant): string {
  const until = (at: Temporal.Instant, act: DeadlineAct) =>
    isInTime(at, now) ? untilSentence(at, act) : closedSentence(at, act);
  const hours = changeUntil ?? cancelUntil;
  const [book, cancel, change] = [acts.includes("book"), acts.includes("cancel"), acts.includes("change")];
  if (book && cancel && change && bookUntil.equals(cancelUntil) && hours.equals(cancelUntil))
    return until(cancelUntil, "change");
  return [
    ...(book ? [until(bookUntil, "book")] : []),
    ...(cancel ? [until(cancelUntil, "cancel")] : []),
    ...(change && !(cancel && hours.equals(cancelUntil)) ? [until(hours, "change")] : []),
  ].join(", ");
}

import { formatDateRange } from "#kernel";

import type { ClassDay, Withdrawn } from "../../class-days/class-day.ts";
import type { ConcernedLine } from "../../class-days/concerned-since.ts";
import { lineWords } from "../../rules/line-words.ts";
import { outcomeWords } from "../../rules/outcome-sentence.ts";
import { listOf, type Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";

/** What a family reads when a class is there after all, or its teacher: why, and what is booked again. */
export function withdrawnLetter(
  said: ClassDay & { withdrawn: Withdrawn },
  lines: readonly ToldLine<ConcernedLine>[],
  planning: string,
): Letter {
  const words = texts.classDay;
  const days = formatDateRange(said.firstDay, said.lastDay);
  const about = words.backAbout(said.className, said.schoolName, said.withdrawn.because, said.message);
  const again = lines.filter(({ outcome }) => outcome === "booked" || outcome === "already_booked");
  const not = lines.filter((line) => !again.includes(line));
  const away = said.kind === "away";
  const whyNot = (line: ToldLine<ConcernedLine>) =>
    words.notRestoredLine(lineWords(line), outcomeWords(line.outcome, null).why);
  return {
    subject: away ? words.backSubject(days) : words.teacherBackSubject(days),
    blocks: [
      { kind: "paragraph", text: about },
      ...(away ? listOf(words.restored, again.map(lineWords)) : listOf(words.booked, again.map(lineWords))),
      ...(away && again.length > 0 ? [{ kind: "paragraph" as const, text: words.giveBack }] : []),
      ...(away
        ? listOf(words.notRestored, not.map(whyNot))
        : listOf(words.cancelledByYou, not.map(lineWords))),
      ...(away ? [] : [{ kind: "paragraph" as const, text: words.deadlinesAgain }]),
      { kind: "link", label: texts.planning, href: planning },
    ],
  };
}

import { formatDateRange } from "#kernel";

import type { ClassDay } from "../../class-days/class-day.ts";
import type { ClassLine } from "../../class-days/class-day-effect.ts";
import { lineWords } from "../../rules/line-words.ts";
import { cancelledCount } from "../../rules/outcome-count.ts";
import { listOf, type Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";

/** What a family reads when its child's class is away, or the teacher absent: why, and which places it is about. */
export function classDayLetter(
  said: ClassDay,
  lines: readonly ToldLine<ClassLine>[],
  planning: string,
): Letter {
  const days = formatDateRange(said.firstDay, said.lastDay);
  const about = texts.classDay.about(said.className, said.schoolName, said.message);
  const items = lines.filter(({ outcome }) => outcome !== "left").map(lineWords);
  const left = lines.filter(({ outcome }) => outcome === "left").map(lineWords);
  const link = { kind: "link" as const, label: texts.planning, href: planning };
  if (said.kind === "teacher_absent") {
    return {
      subject: texts.classDay.teacherAbsent(days),
      blocks: [
        { kind: "paragraph", text: about },
        { kind: "paragraph", text: texts.classDay.mayCancel },
        { kind: "list", title: texts.classDay.booked, items },
        link,
      ],
    };
  }
  return {
    subject: texts.classDay.away(days, cancelledCount(lines)),
    blocks: [
      { kind: "paragraph", text: about },
      ...listOf(texts.classDay.cancelled, items),
      ...listOf(texts.classDay.left, left),
      { kind: "paragraph", text: texts.closed.others },
      link,
    ],
  };
}

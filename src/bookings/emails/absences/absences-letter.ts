import { countOf } from "#kernel";

import { momentOf } from "../../rules/deadline-sentence.ts";
import { lineWords } from "../../rules/line-words.ts";
import { cancelledCount } from "../../rules/outcome-count.ts";
import type { Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";
import type { OwnLine } from "../submitted/submission.ts";
import type { NotedAbsence } from "./noted-absences.ts";

/**
 * What a family reads of absences that an agent noted for it: of whom, when, and what follows; with what the same call
 * cancelled, and its receipt. Never the cause.
 */
export function absencesLetter(
  lines: readonly ToldLine<NotedAbsence>[],
  cancelled: { lines: readonly ToldLine<OwnLine>[]; receipt: string } | null,
  at: Temporal.Instant,
  history: string,
): Letter {
  const words = texts.absences;
  const gone = cancelled?.lines ?? [];
  const count = countOf(lines.length, "absence notée", "absences notées");
  return {
    subject: words.subject(gone.length === 0 ? count : `${count}, ${cancelledCount(gone)}`),
    blocks: [
      { kind: "paragraph", text: texts.submitted.byAgent(lines[0]?.by ?? "", momentOf(at)) },
      { kind: "list", title: words.noted, items: lines.map(lineWords) },
      { kind: "paragraph", text: words.kept },
      ...(cancelled === null || gone.length === 0
        ? []
        : [
            { kind: "list" as const, title: words.cancelled, items: gone.map((line) => lineWords(line)) },
            { kind: "link" as const, label: texts.submitted.receipt, href: cancelled.receipt },
          ]),
      { kind: "link", label: words.history, href: history },
    ],
  };
}

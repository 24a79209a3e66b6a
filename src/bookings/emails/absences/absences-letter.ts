import { countOf } from "#kernel";

import { momentOf } from "../../rules/deadline-sentence.ts";
import { lineWords } from "../../rules/line-words.ts";
import type { Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";
import type { NotedAbsence } from "./noted-absences.ts";

/** What a family reads of absences that an agent noted for it: of whom, when, and what follows. Never the cause. */
export function absencesLetter(
  lines: readonly ToldLine<NotedAbsence>[],
  at: Temporal.Instant,
  history: string,
): Letter {
  const words = texts.absences;
  return {
    subject: words.subject(countOf(lines.length, "absence notée", "absences notées")),
    blocks: [
      { kind: "paragraph", text: texts.submitted.byAgent(lines[0]?.by ?? "", momentOf(at)) },
      { kind: "list", title: words.noted, items: lines.map(lineWords) },
      { kind: "paragraph", text: words.kept },
      { kind: "link", label: words.history, href: history },
    ],
  };
}

import { countOf } from "#kernel";

import { lineKey } from "../../planning/line-facts.ts";
import { momentOf } from "../../rules/deadline-sentence.ts";
import { lineWords } from "../../rules/line-words.ts";
import { cancelledCount } from "../../rules/outcome-count.ts";
import type { Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";
import type { OwnLine } from "../submitted/submission.ts";
import type { NotedAbsence } from "./noted-absences.ts";

interface MoreOfAbsences {
  readonly at: Temporal.Instant;
  /** Where it is read again. */
  readonly history: string;
  /** The last day for the proof, by `lineKey`. */
  readonly proofs: ReadonlyMap<string, Temporal.PlainDate>;
}

/**
 * What a family reads of absences that were announced, by itself or by an agent, or taken back: of whom, when, and what
 * follows; with what an agent's call cancelled, and its receipt. Never the cause.
 */
export function absencesLetter(
  lines: readonly ToldLine<NotedAbsence>[],
  cancelled: { lines: readonly ToldLine<OwnLine>[]; receipt: string } | null,
  { at, history, proofs }: MoreOfAbsences,
): Letter {
  const words = texts.absences;
  const [first] = lines;
  const by = first?.by ?? "";
  const moment = momentOf(at);
  if (first?.act === "absence_withdrawn") {
    return {
      subject: words.withdrawn.subject(countOf(lines.length, "absence")),
      blocks: [
        { kind: "paragraph", text: words.own(by, moment) },
        { kind: "list", title: words.withdrawn.title, items: lines.map(lineWords) },
        { kind: "paragraph", text: words.withdrawn.kept },
        { kind: "link", label: words.history, href: history },
      ],
    };
  }
  const byAgent = first?.byAgent ?? false;
  const gone = cancelled?.lines ?? [];
  const count = countOf(lines.length, "absence notée", "absences notées");
  return {
    subject: byAgent
      ? words.subject(gone.length === 0 ? count : `${count}, ${cancelledCount(gone)}`)
      : words.subjectOwn(count),
    blocks: [
      { kind: "paragraph", text: byAgent ? texts.submitted.byAgent(by, moment) : words.own(by, moment) },
      {
        kind: "list",
        title: words.noted,
        items: lines.map((line) => {
          const proofDay = proofs.get(lineKey(line));
          return proofDay === undefined ? lineWords(line) : words.proof(lineWords(line), proofDay);
        }),
      },
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

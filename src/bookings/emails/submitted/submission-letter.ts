import { formatMoment, parisDateTime } from "#kernel";
import type { MessageBlock } from "#messaging";

import { dayWords, lineWords } from "../../rules/line-words.ts";
import { outcomeCount } from "../../rules/outcome-count.ts";
import { outcomeWords, type OutcomeWords } from "../../rules/outcome-sentence.ts";
import { whatNow } from "../../rules/what-now.ts";
import type { RefusalFacts } from "../../submit/refusal-facts.ts";
import type { Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";
import type { OwnLine, Submission } from "./submission.ts";

type Told = ToldLine<OwnLine & RefusalFacts>;

/**
 * What one family reads of a form: who sent it, what is booked and cancelled child by child, what was refused and
 * why, and where the receipt is. Null when nothing was done and nothing refused: that is no news.
 * @param lines the lines that this reader may see, child by child and day by day
 */
export function submissionLetter(
  submission: Omit<Submission, "lines">,
  lines: readonly Told[],
  receipt: string,
): Letter | null {
  const count = outcomeCount(lines);
  if (count === "") return null;
  const changed = lines.some((line) => wordsOf(line).kind === "done");
  return {
    subject: changed ? texts.submitted.subject(count) : texts.submitted.unchanged(count),
    blocks: [
      { kind: "paragraph", text: whoDidIt(submission) },
      ...[...Map.groupBy(lines, (line) => line.participantId).values()].flatMap(ofChild),
      ...explained(texts.submitted.refused, lines, "refused"),
      ...whatNow(lines.map((line) => line.outcome)).map((text) => ({ kind: "paragraph" as const, text })),
      ...explained(texts.submitted.same, lines, "same"),
      { kind: "link", label: texts.submitted.receipt, href: receipt },
    ],
  };
}

function whoDidIt({ by, byAgent, withReason, receivedAt }: Omit<Submission, "lines">): string {
  const local = parisDateTime(receivedAt);
  const moment = formatMoment(local.toPlainDate(), local.toPlainTime());
  if (!byAgent) return texts.submitted.byFamily(by, moment);
  const sentence = texts.submitted.byAgent(by, moment);
  return withReason ? `${sentence} ${texts.submitted.reason}` : sentence;
}

/** What was done for one child, act by act. */
function ofChild(lines: readonly Told[]): readonly MessageBlock[] {
  const firstName = lines[0]?.firstName ?? "";
  const list = (title: string, outcome: Told["outcome"]): readonly MessageBlock[] => {
    const items = lines.filter((line) => line.outcome === outcome).map(dayWords);
    return items.length === 0 ? [] : [{ kind: "list", title, items }];
  };
  return [
    ...list(texts.submitted.booked(firstName), "booked"),
    ...list(texts.submitted.held(firstName), "held"),
    ...list(texts.submitted.changed(firstName), "changed"),
    ...list(texts.submitted.waiting(firstName), "waiting"),
    ...list(texts.submitted.cancelled(firstName), "cancelled"),
    ...list(texts.submitted.left(firstName), "left"),
    ...list(texts.submitted.declined(firstName), "declined"),
  ];
}

/** Lines with the sentence of their outcome, as the receipt says it. */
function explained(
  title: string,
  lines: readonly Told[],
  kind: OutcomeWords["kind"],
): readonly MessageBlock[] {
  const items = lines
    .map((line) => ({ line, words: wordsOf(line) }))
    .filter(({ words }) => words.kind === kind)
    .map(({ line, words }) => `${lineWords(line)} – ${words.word}. ${words.why}`.trim());
  return items.length === 0 ? [] : [{ kind: "list", title, items }];
}

function wordsOf(line: Told): OutcomeWords {
  return outcomeWords(line.outcome, {
    ...line,
    skippedToBook: line.deadlineFacts.book ?? [],
    skippedToCancel: line.deadlineFacts.cancel ?? [],
    skippedToChange: line.deadlineFacts.change ?? line.deadlineFacts.cancel ?? [],
  });
}

import { formatMoment, parisDateTime, signedCents, type Cents } from "#kernel";
import type { MessageBlock } from "#messaging";

import { lineKey } from "../../planning/line-facts.ts";
import { told, wholeWords } from "../../rules/whole-lines.ts";
import type { ContractAct } from "../../contracts/contract-act.ts";
import { contractWords, spanWords } from "../../rules/contract/contract-words.ts";
import { changeWords } from "../../rules/change-words.ts";
import { lineWords } from "../../rules/line-words.ts";
import { outcomeCount } from "../../rules/outcome-count.ts";
import { outcomeWords, type OutcomeWords } from "../../rules/outcome-sentence.ts";
import { whatNow } from "../../rules/what-now.ts";
import type { RefusalFacts } from "../../submit/refusal-facts.ts";
import type { Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";
import type { OwnLine, Submission } from "./submission.ts";

/** What the letter says besides its lines. */
export interface MoreOfLetter {
  /** What the lines cost; null where it is not known. */
  readonly total: Cents | null;
  /** Days of a nursery contract are given back: the price of the month is the same. */
  readonly monthSame: boolean;
  /** The ranks of the lines that wait, by participant and slot. */
  readonly ranks: ReadonlyMap<string, number>;
  /** What the form did to a contract; null for any other form. */
  readonly act: ContractAct | null;
  /** What the contract costs that the form has signed; empty for any other form. */
  readonly contract: readonly MessageBlock[];
  /** Whether it is read by who sent the form, and by nobody else. */
  readonly toSenderAlone: boolean;
}

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
  more: MoreOfLetter,
): Letter | null {
  const count = outcomeCount(told(lines, ({ outcome }) => outcome).map(([first]) => first));
  const { act } = more;
  if (count === "" && (act === null || lines.length === 0)) return null;
  const changed = lines.some(isDone);
  // The reason of a contract is the contract: the letter tells it.
  const said = { ...submission, withReason: submission.withReason && act === null };
  const plain = changed ? texts.submitted.subject(count) : texts.submitted.unchanged(count);
  return {
    subject:
      act === null ? plain : texts.contract.subject[act.act](lines[0]?.firstName ?? "", spanWords(act.terms)),
    blocks: [
      paragraph(whoDidIt(said, more.toSenderAlone)),
      ...(act === null
        ? []
        : [paragraph(act.act === "ended" ? texts.contract.ended(act.terms) : contractWords(act.terms))]),
      ...[...Map.groupBy(lines, (line) => line.participantId).values()].flatMap((own) =>
        ofChild(own, more.ranks),
      ),
      ...(more.total === null || more.total === 0
        ? []
        : [paragraph(texts.submitted.cost(signedCents(more.total)))]),
      ...(more.monthSame && act === null ? [paragraph(texts.submitted.monthSame)] : []),
      ...more.contract,
      ...explained(texts.submitted.refused, lines, "refused"),
      ...whatNow(lines.map((line) => line.outcome)).map((text) => ({ kind: "paragraph" as const, text })),
      ...explained(texts.submitted.same, lines, "same"),
      { kind: "link", label: texts.submitted.receipt, href: receipt },
    ],
  };
}

/** Whether something was done of the line. */
export function isDone(line: Told): boolean {
  return wordsOf(line).kind === "done";
}

const paragraph = (text: string): MessageBlock => ({ kind: "paragraph", text });

function whoDidIt(
  { by, byAgent, withReason, receivedAt }: Omit<Submission, "lines">,
  toSenderAlone: boolean,
): string {
  const local = parisDateTime(receivedAt);
  const moment = formatMoment(local.toPlainDate(), local.toPlainTime());
  if (toSenderAlone) return texts.submitted.byYou(moment);
  if (!byAgent) return texts.submitted.byFamily(by, moment);
  const sentence = texts.submitted.byAgent(by, moment);
  return withReason ? `${sentence} ${texts.submitted.reason}` : sentence;
}

/** What was done for one child, act by act and service by service. */
function ofChild(lines: readonly Told[], ranks: ReadonlyMap<string, number>): readonly MessageBlock[] {
  const firstName = lines[0]?.firstName ?? "";
  const list = (title: string, outcome: Told["outcome"]): readonly MessageBlock[] => {
    const done = lines.filter((line) => line.outcome === outcome);
    return [...Map.groupBy(done, ({ activityId }) => activityId).values()].flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const items = told(own, () => outcome).map((whole) => {
        const rank = ranks.get(lineKey(whole[0]));
        const words = outcome === "changed" ? changeWords(whole[0], whole[0].was ?? null) : wholeWords(whole);
        return rank === undefined ? words : texts.submitted.rank(words, rank);
      });
      return [
        { kind: "list", title: texts.submitted.place(title, first.activityName, first.siteName), items },
      ];
    });
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
  const items = told(
    lines.filter((line) => wordsOf(line).kind === kind),
    (line) => wordsOf(line).word + wordsOf(line).why,
  ).map((whole) => {
    const [line, ...others] = whole;
    const { word, why } = wordsOf(line);
    const what = others.length === 0 ? lineWords(line) : `${line.firstName}, ${wholeWords(whole)}`;
    return `${what} – ${word}. ${why}`.trim();
  });
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

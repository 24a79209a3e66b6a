import { formatMoment, parisDateTime } from "#kernel";

import { lineWords } from "../../rules/line-words.ts";
import type { Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";
import type { ToldTurn } from "../told-turns.ts";

/**
 * « Une place s'est libérée : Lina, journée du mercredi 18 novembre », with the instant until which to answer and where;
 * or that the place is booked, where the authority gives it at once. Null once neither is so any longer.
 */
export function offeredLetter(turn: ToldLine<ToldTurn>, address: string): Letter | null {
  const what = lineWords(turn);
  const inWords = (days: (count: number) => string) => (turn.days > 1 ? `${what} ${days(turn.days)}` : what);
  if (turn.state === "given") {
    return {
      subject: texts.offered.givenSubject(what),
      blocks: [
        { kind: "paragraph", text: texts.offered.given(inWords(texts.offered.days)) },
        { kind: "link", label: texts.planning, href: address.replace(/\/[^/]*$/, "/planning") },
      ],
    };
  }
  if (turn.state !== "offered" || turn.answerUntil === null) return null;
  const until = parisDateTime(turn.answerUntil);
  const moment = formatMoment(until.toPlainDate(), until.toPlainTime());
  return {
    subject: texts.offered.subject(what),
    blocks: [
      { kind: "paragraph", text: texts.offered.intro(inWords(texts.offered.whole), moment) },
      { kind: "link", label: texts.offered.answer, href: address },
      { kind: "paragraph", text: texts.offered.otherwise },
    ],
  };
}

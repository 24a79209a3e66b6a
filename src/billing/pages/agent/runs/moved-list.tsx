import { countOf, formatCents, formatDay } from "#kernel";

import type { LineState, MovedLine } from "../../../run/moved-lines.ts";
import type { Moved } from "../../../run/moved-since.ts";
import { texts } from "./texts.fr.ts";

/** Lines of a payer that are told. */
const LINES = 3;

/** Whom the facts have left behind, and what has changed for each: the first payers, the first lines. */
export function MovedList({ moved: { payers, first } }: { moved: Moved }) {
  return (
    <>
      <ul>
        {first.map(({ householdId, household, payer, lines }) => (
          <li>
            <a href={`/agent/familles/${householdId}`}>
              {payer === "" ? household || texts.odd.unknownFamily : payer}
            </a>
            {" : "}
            {lines.slice(0, LINES).map(lineSentence).join(" ; ")}
            {lines.length > LINES && ` ; ${countOf(lines.length - LINES, "autre ligne", "autres lignes")}`}
          </li>
        ))}
      </ul>
      {payers > first.length && <p>{texts.moved.others(payers - first.length)}</p>}
    </>
  );
}

function lineSentence({ what, day, drafted, now }: MovedLine): string {
  const named = [what, formatDay(day)].filter((part) => part !== "").join(", ");
  if (drafted.kind === "amount" && now.kind === "amount" && drafted.cents === now.cents)
    return texts.moved.sameAmount(named, now.cents);
  return texts.moved.line(named, amountOf(drafted), amountOf(now));
}

function amountOf(state: LineState): string {
  switch (state.kind) {
    case "amount":
      return formatCents(state.cents);
    case "unpriced":
      return texts.moved.unpriced;
    case "absent":
      return texts.moved.absent;
  }
}

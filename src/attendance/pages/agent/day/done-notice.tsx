import { Notice } from "#platform";

import type { DaySheet, SheetLine } from "../../../day/day-sheet.ts";
import type { NotedLine, NotedOutcome } from "../../../day/outcomes.ts";
import { texts } from "./texts.fr.ts";

/** What the form that was just sent did: how many are noted, what remains, and each line that was not written. */
export function DoneNotice({ done, sheet }: { done: readonly NotedLine[]; sheet: Pick<DaySheet, "lines"> }) {
  const count = (outcome: NotedOutcome) => done.filter((line) => line.outcome === outcome).length;
  const noted = count("noted");
  const takenBack = count("taken_back");
  const left = sheet.lines.filter(({ booked, state }) => booked && state === "none").length;
  const refused = done.flatMap((line) => refusedWords(line, sheet.lines));
  const title = [
    ...(noted > 0 ? [texts.done.noted(noted)] : []),
    ...(takenBack > 0 ? [texts.done.takenBack(takenBack)] : []),
  ].join(", ");
  return (
    <>
      <Notice tone={noted + takenBack > 0 ? "success" : "info"} title={title || texts.done.nothing} announce>
        <p>{texts.done.left(left)}</p>
      </Notice>
      {refused.length > 0 && (
        <Notice tone="warning" title={texts.done.refused} announce>
          <ul>
            {refused.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** « Lefebvre Lina : noté absent par Paul Martin entre-temps… »; nothing for a line that was written. */
function refusedWords({ participantId, slotId, outcome }: NotedLine, lines: readonly SheetLine[]): string[] {
  if (outcome === "noted" || outcome === "taken_back" || outcome === "repeated") return [];
  const line = lines.find((one) => one.participantId === participantId && one.slotId === slotId);
  const who = line === undefined ? texts.somebody : `${line.lastName} ${line.firstName}`;
  return [`${who} : ${sentenceOf(outcome, line)}`];
}

function sentenceOf(
  outcome: Exclude<NotedOutcome, "noted" | "taken_back" | "repeated">,
  line: SheetLine | undefined,
): string {
  if (outcome === "future") return texts.outcome.unknown;
  if (outcome !== "changed") return texts.outcome[outcome];
  if (line === undefined || line.state === "none") return texts.outcome.changedBack;
  return texts.outcome.changed(texts.states[line.state], line.notedBy ?? "");
}

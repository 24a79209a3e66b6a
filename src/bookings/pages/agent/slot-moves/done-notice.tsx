import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import { Notice, type Reads } from "#platform";
import type { VNode } from "preact";

import { familiesToPhone } from "../../../closing/closing-queries.ts";
import { findMove, namesOf } from "../../../slot-moves/find-move.ts";
import { mayMoveBookings, slotToMove } from "../../../slot-moves/slot-to-move.ts";
import { moveSentence } from "../../../rules/move-outcome.ts";
import { PhoneList } from "../closures/phone-list.tsx";
import { texts } from "./texts.fr.ts";

/** What a move did, read again from what was kept: the address may be opened twice. Nothing for another's site. */
export async function doneNotice(
  reads: Reads,
  actor: SignedIn,
  key: Id<"slotMove"> | undefined,
): Promise<VNode | undefined> {
  const move = key === undefined ? undefined : await findMove(reads, key);
  if (move === undefined) return undefined;
  const [from, to] = [await slotToMove(reads, move.from), await slotToMove(reads, move.to)];
  if (from === undefined || to === undefined || !mayMoveBookings(actor, from) || !mayMoveBookings(actor, to))
    return undefined;
  const moved = move.lines.filter(({ outcome }) => outcome === "moved");
  const stayed = move.lines.filter(({ outcome }) => outcome !== "moved");
  const households = [...new Set(moved.map(({ householdId }) => householdId))];
  const toPhone = await familiesToPhone(reads, households);
  const names = await namesOf(reads, move.lines);
  const named = (lines: typeof moved) => lines.map(({ participantId }) => names.get(participantId) ?? "");
  const enrolled = named(moved.filter((line) => line.enrolled));
  const over = named(moved.filter((line) => line.enrolled && line.why.length > 0));
  const unenrolled = named(moved.filter((line) => line.unenrolled));
  const told = households.length - toPhone.length;
  return (
    <Notice tone={moved.length > 0 ? "success" : "warning"} title={texts.done.title(moved.length)} announce>
      <p>{texts.done.from(from)}</p>
      <p>{texts.done.to(to)}</p>
      <p>{texts.done.by(move.by, move.reason)}</p>
      {enrolled.length > 0 && <p>{texts.done.enrolled(enrolled)}</p>}
      {move.over !== null && over.length > 0 && <p>{texts.done.over(over, move.over)}</p>}
      {unenrolled.length > 0 && <p>{texts.done.unenrolled(unenrolled)}</p>}
      {told > 0 && <p>{texts.done.told(told)}</p>}
      <PhoneList families={toPhone} actor={actor} />
      {stayed.length > 0 && (
        <>
          <p>{texts.done.stayed(stayed.length)} :</p>
          <ul>
            {stayed.map(({ participantId, outcome, why }) => (
              <li>
                {names.get(participantId)} : {[moveSentence(outcome), ...why].join(" ")}
              </li>
            ))}
          </ul>
        </>
      )}
      {moved.length > 0 && (
        <p>
          <a
            href={`/agent/deplacements?de=${to.unitId}&le=${to.date}&vers=${from.unitId}&vers-le=${from.date}`}
          >
            {texts.done.back}
          </a>
        </p>
      )}
    </Notice>
  );
}

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
  const names = await namesOf(reads, stayed);
  const told = households.length - toPhone.length;
  return (
    <Notice tone={moved.length > 0 ? "success" : "warning"} title={texts.done.title(moved.length)} announce>
      <p>{texts.done.from(from)}</p>
      <p>{texts.done.to(to)}</p>
      <p>{texts.done.by(move.by, move.reason)}</p>
      {told > 0 && <p>{texts.done.told(told)}</p>}
      <PhoneList families={toPhone} actor={actor} />
      {stayed.length > 0 && (
        <>
          <p>{texts.done.stayed(stayed.length)} :</p>
          <ul>
            {stayed.map(({ participantId, outcome }) => (
              <li>
                {names.get(participantId)} : {moveSentence(outcome)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

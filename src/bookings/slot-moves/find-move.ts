import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { parseMovedLines, type MovedLine } from "./moved-lines.ts";

/** A move as it was done. */
export interface DoneMove {
  key: Id<"slotMove">;
  by: string;
  reason: string;
  /** Why the conditions of the target did not hold; null where none was in the way. */
  over: string | null;
  from: Id<"slot">;
  to: Id<"slot">;
  lines: readonly MovedLine[];
}

/** Reads a move; undefined when there is none under this key. */
export async function findMove(reads: Reads, key: Id<"slotMove">): Promise<DoneMove | undefined> {
  const row = await reads.row<Omit<DoneMove, "lines"> & { lines: unknown }>(
    "move_by_key",
    `select key, by_label as by, reason, over_reason as over, from_slot_id as "from", to_slot_id as "to", lines from slot_move where key = $1`,
    [key],
  );
  return row === undefined ? undefined : { ...row, lines: parseMovedLines(row.lines) };
}

/** How participants are called, by their id. */
export async function namesOf(
  reads: Reads,
  lines: readonly Pick<MovedLine, "participantId" | "householdId">[],
): Promise<ReadonlyMap<Id<"participant">, string>> {
  const rows = await reads.rows<{ participantId: Id<"participant">; name: string }>(
    "names_of_moved",
    `select distinct participant_id as "participantId", last_name || ' ' || first_name as name
     from families_participant_card
     where (household_id, participant_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [lines.map(({ householdId }) => householdId), lines.map(({ participantId }) => participantId)],
  );
  return new Map(rows.map(({ participantId, name }) => [participantId, name]));
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { lineKey } from "../../planning/line-facts.ts";
import type { DecidedLine } from "../../rules/lines.ts";

interface RankRow {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  rank: number;
}

/** The ranks, now, of the lines that wait: 1 is the next one. By participant and slot. */
export async function ranksOf(
  reads: Reads,
  lines: readonly DecidedLine[],
): Promise<ReadonlyMap<string, number>> {
  const waiting = lines.filter(({ outcome }) => outcome === "waiting");
  if (waiting.length === 0) return new Map();
  const rows = await reads.rows<RankRow>(
    "ranks_of_lines",
    `select line.participant_id as "participantId", line.slot_id as "slotId", place.rank::integer as rank
     from unnest($1::uuid[], $2::uuid[]) as line (participant_id, slot_id)
     join waiting_turn t on t.participant_id = line.participant_id and t.state = 'waiting'
       and line.slot_id = any (t.slot_ids)
     join lateral waiting_in_order(t.slot_id) place on place.turn_id = t.id`,
    [waiting.map(({ participantId }) => participantId), waiting.map(({ slotId }) => slotId)],
  );
  return new Map(rows.map((row) => [lineKey(row), row.rank]));
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { parseDecidedLines } from "../../submit/decided-lines.ts";
import type { OwnLine } from "../submitted/submission.ts";

/** An absence that was announced, or taken back, and who did it: the family itself, or an agent for it. */
export interface NotedAbsence {
  readonly participantId: Id<"participant">;
  readonly slotId: Id<"slot">;
  readonly householdId: Id<"household">;
  readonly by: string;
  readonly byAgent: boolean;
  readonly act: "said_absent" | "absence_withdrawn";
}

/** What the same call cancelled, of this household. */
export async function cancelledWith(
  reads: Reads,
  household: Id<"household">,
  key: Id<"submission">,
): Promise<readonly OwnLine[]> {
  const row = await reads.row<{ lines: unknown }>(
    "cancelled_with_absences",
    `select lines from submission where key = $1 and $2::uuid = any (household_ids)`,
    [key, household],
  );
  return parseDecidedLines(row?.lines ?? []).flatMap((line) =>
    line.outcome === "cancelled" && line.householdId === household
      ? [{ ...line, householdId: household }]
      : [],
  );
}

/** What was announced, or taken back, for this household at that instant. */
export function notedAbsences(
  reads: Reads,
  household: Id<"household">,
  at: string,
): Promise<readonly NotedAbsence[]> {
  return reads.rows<NotedAbsence>(
    "absences_to_tell",
    `select participant_id as "participantId", slot_id as "slotId", household_id as "householdId", by_label as by,
            by_agent as "byAgent", act
     from booking_history
     where household_id = $1 and act in ('said_absent', 'absence_withdrawn') and at = $2::timestamptz
     order by id`,
    [household, at],
  );
}

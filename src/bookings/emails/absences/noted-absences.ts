import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** An absence that an agent noted for a family, and who did. */
export interface NotedAbsence {
  readonly participantId: Id<"participant">;
  readonly slotId: Id<"slot">;
  readonly householdId: Id<"household">;
  readonly by: string;
}

/** What agents noted for this household at that instant. */
export function notedAbsences(
  reads: Reads,
  household: Id<"household">,
  at: string,
): Promise<readonly NotedAbsence[]> {
  return reads.rows<NotedAbsence>(
    "absences_to_tell",
    `select participant_id as "participantId", slot_id as "slotId", household_id as "householdId", by_label as by
     from booking_history
     where household_id = $1 and act = 'said_absent' and by_agent and at = $2::timestamptz
     order by id`,
    [household, at],
  );
}

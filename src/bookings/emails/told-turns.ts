import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** What a letter says of a turn on the waiting list. */
export interface ToldTurn {
  turnId: Id<"turn">;
  slotId: Id<"slot">;
  participantId: Id<"participant">;
  householdId: Id<"household">;
  state: "offered" | "given" | "expired" | "closed" | "other";
  answerUntil: Temporal.Instant | null;
  companions: number;
  /** How many days the turn is for: more than one for a package. */
  days: number;
  /** Whether a place had been offered: it is lost for want of an answer. */
  wasOffered: boolean;
}

/** These turns as they are now: what has changed since the event is told as it became, or not at all. */
export function toldTurns(reads: Reads, turns: readonly Id<"turn">[]): Promise<ToldTurn[]> {
  return reads.rows<ToldTurn>(
    "told_turns",
    `select id as "turnId", slot_id as "slotId", participant_id as "participantId", household_id as "householdId",
            case when state in ('offered', 'given', 'expired', 'closed') then state else 'other' end as state,
            answer_until as "answerUntil", companions, cardinality(slot_ids) as days, offered_at is not null as "wasOffered"
     from waiting_turn where id = any ($1::uuid[])`,
    [turns],
  );
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { DeadlineAct } from "../rules/deadline-sentence.ts";
import { earlierActs, type SlotUntil } from "../rules/deadline/earlier.ts";
import type { NewMove } from "./move-queries.ts";

/** A slot of which some acts close earlier than families read. */
export interface EarlierSlot {
  readonly slot: Id<"slot">;
  readonly acts: readonly DeadlineAct[];
}

/** The deadlines of slots, by slot. */
type Untils = ReadonlyMap<Id<"slot">, SlotUntil>;

/** Runs what changes the deadlines of the slots of a move; out: its result, and what it closes earlier. */
export async function whatClosesEarlier<T>(
  reads: Reads,
  move: Omit<NewMove, "acts" | "closesAt" | "because">,
  now: Temporal.Instant,
  change: () => Promise<T>,
): Promise<{ result: T; earlier: readonly EarlierSlot[] }> {
  const before = await untils(reads, move, now);
  const result = await change();
  const after = await untils(reads, move, now);
  const earlier = [...before].flatMap(([slot, was]) => {
    const is = after.get(slot);
    const acts = is === undefined ? [] : earlierActs(was, is, now);
    return acts.length === 0 ? [] : [{ slot, acts }];
  });
  return { result, earlier };
}

async function untils(
  reads: Reads,
  { activityId, unitId, firstDay, lastDay }: Parameters<typeof whatClosesEarlier>[1],
  now: Temporal.Instant,
): Promise<Untils> {
  const rows = await reads.rows<SlotUntil & { slotId: Id<"slot"> }>(
    "deadlines_of_moved_slots",
    `select id as "slotId", book_until as "bookUntil", cancel_until as "cancelUntil", change_until as "changeUntil"
     from slot
     where activity_id = $1 and ($2::uuid is null or unit_id = $2) and date between $3 and $4
       and state = 'open' and starts_at > $5
     order by date, id`,
    [activityId, unitId, firstDay.toString(), lastDay.toString(), now.toString()],
  );
  return new Map(rows.map(({ slotId, ...until }) => [slotId, until]));
}

import { parisDateTime } from "#kernel";
import type { Reads } from "#platform";

import type { DeadlineAct } from "../rules/deadline-sentence.ts";
import { isInTime } from "../rules/deadline.ts";
import { movedDeadline } from "../rules/deadline/moved.ts";
import type { NewMove } from "./move-queries.ts";

/** Until when the acts on a slot are open. */
export interface SlotDeadlines {
  readonly bookUntil: Temporal.Instant;
  readonly cancelUntil: Temporal.Instant;
}

/** A slot whose deadlines a move changes, as they are and as they will be. */
export interface ChangedSlot {
  readonly date: Temporal.PlainDate;
  readonly unitName: string;
  readonly booked: number;
  readonly before: SlotDeadlines;
  readonly after: SlotDeadlines;
}

/** What moving a cut-off will do. */
export interface MoveEffect {
  readonly slots: readonly ChangedSlot[];
  /** Slots on which something that families can still do now closes at once. */
  readonly closedAtOnce: number;
}

interface SlotRow extends SlotDeadlines {
  date: Temporal.PlainDate;
  unitName: string;
  startsAt: Temporal.Instant;
  booked: number;
}

/** The open slots of these days that have not begun and whose deadlines the move changes; writes nothing. */
export async function moveEffect(reads: Reads, move: NewMove, now: Temporal.Instant): Promise<MoveEffect> {
  const rows = await reads.rows<SlotRow>(
    "slots_to_move",
    `select slot.date, unit.unit_name as "unitName", slot.starts_at as "startsAt", slot.taken as booked,
            slot.book_until as "bookUntil", slot.cancel_until as "cancelUntil"
     from slot
     join activities_unit_card unit using (unit_id)
     where slot.activity_id = $1 and ($2::uuid is null or slot.unit_id = $2) and slot.date between $3 and $4
       and slot.state = 'open' and slot.starts_at > $5
     order by slot.date, unit.position`,
    [move.activityId, move.unitId, move.firstDay.toString(), move.lastDay.toString(), now.toString()],
  );
  const slots = rows.map((row) => changeOf(row, move)).filter(changes);
  return { slots, closedAtOnce: slots.filter((slot) => closesAtOnce(slot, now)).length };
}

function changeOf({ startsAt, bookUntil, cancelUntil, ...slot }: SlotRow, move: NewMove): ChangedSlot {
  const local = {
    date: slot.date,
    startsAt: parisDateTime(startsAt).toPlainTime(),
    seasonFirstDay: slot.date,
  };
  const moved = movedDeadline([move], local)?.at;
  const after = (act: DeadlineAct, before: Temporal.Instant) =>
    moved !== undefined && move.acts.includes(act) ? moved : before;
  return {
    ...slot,
    before: { bookUntil, cancelUntil },
    after: { bookUntil: after("book", bookUntil), cancelUntil: after("cancel", cancelUntil) },
  };
}

function changes({ before, after }: ChangedSlot): boolean {
  return !before.bookUntil.equals(after.bookUntil) || !before.cancelUntil.equals(after.cancelUntil);
}

function closesAtOnce({ before, after }: ChangedSlot, now: Temporal.Instant): boolean {
  const closes = (was: Temporal.Instant, is: Temporal.Instant) => isInTime(was, now) && !isInTime(is, now);
  return closes(before.bookUntil, after.bookUntil) || closes(before.cancelUntil, after.cancelUntil);
}

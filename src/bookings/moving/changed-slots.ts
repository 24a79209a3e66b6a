import { parisDateTime, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { DeadlineAct } from "../rules/deadline-sentence.ts";
import { isInTime } from "../rules/deadline.ts";
import { earlierActs, type SlotUntil } from "../rules/deadline/earlier.ts";
import { movedDeadline } from "../rules/deadline/moved.ts";
import { enrolledOn } from "./enrolled-on.ts";
import type { NewMove } from "./move-queries.ts";

/** A slot whose deadlines a move changes, as they are and as they will be. */
export interface ChangedSlot {
  readonly slotId: Id<"slot">;
  readonly date: Temporal.PlainDate;
  readonly unitName: string;
  readonly booked: number;
  readonly before: SlotUntil;
  readonly after: SlotUntil;
}

/** What moving a cut-off will do. */
export interface MoveEffect {
  /** How many open slots of these days have not begun, whether they change or not. */
  readonly open: number;
  readonly slots: readonly ChangedSlot[];
  /** Slots on which something that families can still do now closes at once. */
  readonly closedAtOnce: number;
  /** Households with a participant enrolled on a day of which something closes earlier: they are told by e-mail. */
  readonly toTell: number;
}

interface SlotRow extends SlotUntil {
  slotId: Id<"slot">;
  date: Temporal.PlainDate;
  unitName: string;
  startsAt: Temporal.Instant;
  booked: number;
}

/** The open slots of these days that have not begun and whose deadlines the move changes; writes nothing. */
export async function moveEffect(reads: Reads, move: NewMove, now: Temporal.Instant): Promise<MoveEffect> {
  const rows = await reads.rows<SlotRow>(
    "slots_to_move",
    `select slot.id as "slotId", slot.date, unit.unit_name as "unitName", slot.starts_at as "startsAt", slot.taken as booked,
            slot.book_until as "bookUntil", slot.cancel_until as "cancelUntil",
            slot.change_until as "changeUntil"
     from slot
     join activities_unit_card unit using (unit_id)
     where slot.activity_id = $1 and ($2::uuid is null or slot.unit_id = $2) and slot.date between $3 and $4
       and slot.state = 'open' and slot.starts_at > $5
     order by slot.date, unit.position`,
    [move.activityId, move.unitId, move.firstDay.toString(), move.lastDay.toString(), now.toString()],
  );
  const slots = rows.map((row) => changeOf(row, move)).filter(changes);
  const earlier = slots.filter(({ before, after }) => earlierActs(before, after, now).length > 0);
  const told = await enrolledOn(
    reads,
    earlier.map(({ slotId }) => slotId),
  );
  return {
    open: rows.length,
    slots,
    closedAtOnce: slots.filter((slot) => closesAtOnce(slot, now)).length,
    toTell: new Set(told.map(({ householdId }) => householdId)).size,
  };
}

function changeOf(
  { startsAt, bookUntil, cancelUntil, changeUntil, ...slot }: SlotRow,
  move: NewMove,
): ChangedSlot {
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
    before: { bookUntil, cancelUntil, changeUntil },
    after: {
      bookUntil: after("book", bookUntil),
      cancelUntil: after("cancel", cancelUntil),
      changeUntil: after("change", changeUntil ?? cancelUntil),
    },
  };
}

function changes({ before, after }: ChangedSlot): boolean {
  const hours = ({ changeUntil, cancelUntil }: SlotUntil) => changeUntil ?? cancelUntil;
  return (
    !before.bookUntil.equals(after.bookUntil) ||
    !before.cancelUntil.equals(after.cancelUntil) ||
    !hours(before).equals(hours(after))
  );
}

function closesAtOnce({ before, after }: ChangedSlot, now: Temporal.Instant): boolean {
  const closes = (was: Temporal.Instant, is: Temporal.Instant) => isInTime(was, now) && !isInTime(is, now);
  return closes(before.bookUntil, after.bookUntil) || closes(before.cancelUntil, after.cancelUntil);
}

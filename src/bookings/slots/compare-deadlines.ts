import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { isInTime } from "../rules/deadline.ts";
import type { SlotPlan, SlotsMissing } from "./plan-slots.ts";

/** Until when the acts on a slot are open; changing hours as cancelling, where nothing else is said. */
export interface SlotInstants {
  readonly book: Temporal.Instant;
  readonly cancel: Temporal.Instant;
  readonly change: Temporal.Instant;
}

/** A slot as it is, and with the deadlines that a plan gives it. */
export interface ComparedSlot {
  readonly unitId: Id<"unit">;
  readonly unitName: string;
  readonly date: Temporal.PlainDate;
  readonly booked: number;
  readonly before: SlotInstants;
  readonly after: SlotInstants;
}

/** What a plan changes to the deadlines of the slots of an activity that have not begun. */
export interface DeadlinesCompared {
  /** Every open slot to come, whether it changes or not, by date and unit. */
  readonly slots: readonly ComparedSlot[];
  /** How many change, for each act. */
  readonly changed: Readonly<Record<keyof SlotInstants, number>>;
  /** Slots on which something that families can still do now closes at once. */
  readonly closedAtOnce: number;
  /** What the plan cannot tell: these slots keep the deadlines that they have. */
  readonly missing: readonly SlotsMissing[];
}

interface SlotRow {
  unitId: Id<"unit">;
  unitName: string;
  date: Temporal.PlainDate;
  booked: number;
  bookUntil: Temporal.Instant;
  cancelUntil: Temporal.Instant;
  changeUntil: Temporal.Instant | null;
}

/** Reads the open slots of an activity that have not begun, each beside what the plan says of it. */
export async function compareDeadlines(
  reads: Reads,
  activityId: Id<"activity">,
  plan: SlotPlan,
  now: Temporal.Instant,
): Promise<DeadlinesCompared> {
  const rows = await reads.rows<SlotRow>(
    "slots_to_compare",
    `select slot.unit_id as "unitId", unit.unit_name as "unitName", slot.date, slot.taken as booked,
            slot.book_until as "bookUntil", slot.cancel_until as "cancelUntil", slot.change_until as "changeUntil"
     from slot
     join activities_unit_card unit using (unit_id)
     where slot.activity_id = $1 and slot.state = 'open' and slot.starts_at > $2
     order by slot.date, unit.position`,
    [activityId, now.toString()],
  );
  const planned = new Map(plan.open.map((slot) => [`${slot.unitId} ${slot.date.toString()}`, slot]));
  const slots = rows.map(({ bookUntil, cancelUntil, changeUntil, ...row }): ComparedSlot => {
    const before = instants({ bookUntil, cancelUntil, changeUntil });
    const wanted = planned.get(`${row.unitId} ${row.date.toString()}`);
    return { ...row, before, after: wanted === undefined ? before : instants(wanted) };
  });
  const count = (act: keyof SlotInstants) =>
    slots.filter(({ before, after }) => !before[act].equals(after[act])).length;
  return {
    slots,
    changed: { book: count("book"), cancel: count("cancel"), change: count("change") },
    closedAtOnce: slots.filter((slot) => closesAtOnce(slot, now)).length,
    missing: plan.missing,
  };
}

/** Whether any deadline of the slot changes. */
export function isChanged({ before, after }: ComparedSlot): boolean {
  return ACTS.some((act) => !before[act].equals(after[act]));
}

const ACTS = ["book", "cancel", "change"] as const;

function instants(slot: Pick<SlotRow, "bookUntil" | "cancelUntil" | "changeUntil">): SlotInstants {
  return { book: slot.bookUntil, cancel: slot.cancelUntil, change: slot.changeUntil ?? slot.cancelUntil };
}

function closesAtOnce({ before, after }: ComparedSlot, now: Temporal.Instant): boolean {
  return ACTS.some((act) => isInTime(before[act], now) && !isInTime(after[act], now));
}

import { parisDate, type Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { Alignment } from "./alignment.ts";
import type { ClosedDate, SlotPlan } from "./plan-slots.ts";

/** How many slots were created, changed (places, deadlines, hours), closed and opened again; bookings cancelled. */
export interface SlotCounts {
  created: number;
  changed: number;
  closed: number;
  reopened: number;
  cancelled: number;
}

/** What a slot says whose date no season covers any longer. */
const OUT_OF_SEASON = "Hors saison";

/** The open slots from `today` on that no season of their activity covers any longer: it was shortened. */
export async function slotsOutsideSeasons(
  reads: Reads,
  activityIds: readonly Id<"activity">[],
  today: Temporal.PlainDate,
): Promise<readonly ClosedDate[]> {
  const rows = await reads.rows<Omit<ClosedDate, "because">>(
    "slots_outside_seasons",
    `select slot.unit_id as "unitId", slot.date
     from slot
     where slot.activity_id = any ($1::uuid[]) and slot.date >= $2
       and not exists (select from activities_season season
                       where season.activity_id = slot.activity_id
                         and slot.date between season.first_day and season.last_day)`,
    [activityIds, today.toString()],
  );
  return rows.map((row) => ({ ...row, because: OUT_OF_SEASON }));
}

/** Writes a whole plan by one call of the SQL function `align_slots`. */
export async function writeSlotPlan(
  writes: Writes,
  { open, closed, counts, counted }: SlotPlan,
  { authorityId, now, by }: Alignment,
): Promise<SlotCounts> {
  const text = eachOnce((value: Temporal.Instant | Temporal.PlainDate) => value.toString());
  const json = eachOnce((facts: object) => JSON.stringify(facts));
  const written = await writes.row<SlotCounts>(
    "align_slots",
    `select * from align_slots($1, $2, $3, $4, $5,
       $6::uuid[], $7::uuid[], $8::date[], $9::timestamptz[], $10::integer[],
       $11::smallint[], $12::smallint[], $13::smallint[], $14::text[],
       $15::timestamptz[], $16::timestamptz[], $17::timestamptz[], $18::jsonb[],
       $19::uuid[], $20::date[], $21::text[],
       $22::uuid[], $23::uuid[], $24::date[], $25::smallint[], $26::smallint[],
       $27::smallint[], $28::smallint[], $29::integer[])`,
    [
      authorityId,
      now.toString(),
      parisDate(now).toString(),
      by.name,
      by.accountId,
      open.map((slot) => slot.unitId),
      open.map((slot) => slot.seasonId),
      open.map((slot) => text(slot.date)),
      open.map((slot) => text(slot.startsAt)),
      open.map((slot) => slot.places),
      open.map((slot) => slot.fromMinute),
      open.map((slot) => slot.toMinute),
      open.map((slot) => slot.hourStep),
      open.map((slot) => slot.judgedBy),
      open.map((slot) => text(slot.bookUntil)),
      open.map((slot) => text(slot.cancelUntil)),
      open.map((slot) => (slot.changeUntil === null ? null : text(slot.changeUntil))),
      open.map((slot) => json(slot.facts)),
      closed.map((day) => day.unitId),
      closed.map((day) => text(day.date)),
      closed.map((day) => day.because),
      counted,
      counts.map((count) => count.activityId),
      counts.map((count) => text(count.date)),
      counts.map((count) => count.fromMinute),
      counts.map((count) => count.toMinute),
      counts.map((count) => count.fromMonths),
      counts.map((count) => count.untilMonths),
      counts.map((count) => count.places),
    ],
  );
  if (written === undefined) throw new Error("align_slots returned no row");
  return written;
}

/** The days of units that open alike are the same objects (plan-slots.ts): each is put into words once. */
function eachOnce<Value extends object>(words: (value: Value) => string): (value: Value) => string {
  const known = new Map<Value, string>();
  return (value) => {
    const said = known.get(value) ?? words(value);
    known.set(value, said);
    return said;
  };
}

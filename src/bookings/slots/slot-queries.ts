import type { Id } from "#kernel";
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
  { open, closed }: SlotPlan,
  { authorityId, now, by }: Alignment,
): Promise<SlotCounts> {
  const counts = await writes.row<SlotCounts>(
    "align_slots",
    `select * from align_slots($1, $2, $3, $4,
       $5::uuid[], $6::uuid[], $7::date[], $8::timestamptz[], $9::integer[],
       $10::timestamptz[], $11::timestamptz[], $12::jsonb[],
       $13::uuid[], $14::date[], $15::text[])`,
    [
      authorityId,
      now.toString(),
      by.name,
      by.accountId,
      open.map((slot) => slot.unitId),
      open.map((slot) => slot.seasonId),
      open.map((slot) => slot.date.toString()),
      open.map((slot) => slot.startsAt.toString()),
      open.map((slot) => slot.places),
      open.map((slot) => slot.bookUntil.toString()),
      open.map((slot) => slot.cancelUntil.toString()),
      open.map((slot) => JSON.stringify(slot.facts)),
      closed.map((day) => day.unitId),
      closed.map((day) => day.date.toString()),
      closed.map((day) => day.because),
    ],
  );
  if (counts === undefined) throw new Error("align_slots returned no row");
  return counts;
}

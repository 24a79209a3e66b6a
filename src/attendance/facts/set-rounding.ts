import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { Rounding } from "../rules/attended-minutes.ts";

/** How the minutes of a unit are counted from a day on; said again for the same day, the last word holds. */
export async function setRounding(
  writes: Writes,
  {
    unitId,
    from,
    rounding,
    by,
    now,
  }: { unitId: Id<"unit">; from: Temporal.PlainDate; rounding: Rounding; by: string; now: Temporal.Instant },
): Promise<void> {
  await writes.run(
    "set_attendance_rounding",
    `insert into attendance_rounding (unit_id, valid_from, slice, counted, by_label, at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (unit_id, valid_from) do update
       set slice = excluded.slice, counted = excluded.counted, by_label = excluded.by_label, at = excluded.at`,
    [unitId, from.toString(), rounding.slice, rounding.counted, by, now.toString()],
  );
}

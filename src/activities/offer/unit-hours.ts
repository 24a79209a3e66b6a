import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { DatedUnitHours } from "../rules/unit-hours.ts";

/** Gives units of an activity these hours, each from a day on, in the place of those that they have after the first. */
export async function replaceLaterHours(
  writes: Writes,
  activityId: Id<"activity">,
  units: readonly { code: string; laterHours: readonly DatedUnitHours[] }[],
): Promise<void> {
  const rows = units.flatMap(({ code, laterHours }) => laterHours.map((hours) => ({ code, ...hours })));
  await writes.run(
    "remove_unit_hours",
    `delete from hours_of_unit
     where unit_id in (select id from unit where activity_id = $1 and code = any ($2::text[]))`,
    [activityId, units.map(({ code }) => code)],
  );
  if (rows.length === 0) return;
  await writes.run(
    "write_unit_hours",
    `insert into hours_of_unit (unit_id, valid_from, starts_at, ends_at, hour_step)
     select unit.id, said.valid_from, said.starts_at, said.ends_at, said.hour_step
     from unnest($2::text[], $3::date[], $4::time[], $5::time[], $6::smallint[])
       as said (code, valid_from, starts_at, ends_at, hour_step)
     join unit on unit.activity_id = $1 and unit.code = said.code`,
    [
      activityId,
      rows.map(({ code }) => code),
      rows.map(({ validFrom }) => validFrom.toString()),
      rows.map(({ startsAt }) => startsAt.toString()),
      rows.map(({ endsAt }) => endsAt.toString()),
      rows.map(({ hourStep }) => hourStep),
    ],
  );
}

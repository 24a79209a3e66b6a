import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Rounding } from "../rules/attended-minutes.ts";

/** A unit whose hours are noted, with how its minutes are counted on a day. */
export interface UnitRounding {
  unitId: Id<"unit">;
  unitName: string;
  activityName: string;
  siteName: string;
  rounding: Rounding;
  /** The day from which somebody said so; null where the step of the booked hours counts. */
  since: Temporal.PlainDate | null;
}

/** The units whose hours are chosen or in a contract, by site, with how their minutes are counted on a day. */
export async function unitRoundings(reads: Reads, date: Temporal.PlainDate): Promise<UnitRounding[]> {
  const rows = await reads.rows<Omit<UnitRounding, "rounding"> & Rounding>(
    "attendance_unit_roundings",
    `select u.unit_id as "unitId", u.unit_name as "unitName", u.activity_name as "activityName",
            u.site_name as "siteName", coalesce(own.slice, u.hour_step) as slice,
            coalesce(own.counted, 'clock') as counted, own.valid_from as since
     from activities_unit_card u
     left join lateral (
       select slice, counted, valid_from from attendance_rounding r
       where r.unit_id = u.unit_id and r.valid_from <= $1
       order by r.valid_from desc limit 1
     ) own on true
     where u.hour_step is not null
     order by u.site_name, u.activity_name, u.position, u.unit_id`,
    [date.toString()],
  );
  return rows.map(({ slice, counted, ...unit }) => ({ ...unit, rounding: { slice, counted } }));
}

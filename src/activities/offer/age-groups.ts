import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { AgeGroup } from "./activity-offer.ts";

/** An age group as it is written: its code is its name in the file. */
export type NewAgeGroup = Pick<AgeGroup, "code" | "name" | "fromMonths" | "untilMonths" | "childrenPerAdult">;

/**
 * Gives an activity these age groups. Those that it no longer names are retired: capacities of earlier days still
 * know them. Ages hold at once, places from a day on.
 */
export async function writeAgeGroups(
  writes: Writes,
  activityId: Id<"activity">,
  groups: readonly NewAgeGroup[],
): Promise<void> {
  await writes.run(
    "retire_age_groups",
    `update age_group set retired = true
     where activity_id = $1 and not retired and code <> all ($2::text[])`,
    [activityId, groups.map((group) => group.code)],
  );
  if (groups.length === 0) return;
  await writes.run(
    "write_age_groups",
    `insert into age_group (activity_id, code, name, from_months, until_months, children_per_adult)
     select $1, * from unnest($2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::smallint[])
     on conflict (activity_id, code) do update set
       name = excluded.name, from_months = excluded.from_months, until_months = excluded.until_months,
       children_per_adult = excluded.children_per_adult, retired = false`,
    [
      activityId,
      groups.map((group) => group.code),
      groups.map((group) => group.name),
      groups.map((group) => group.fromMonths),
      groups.map((group) => group.untilMonths),
      groups.map((group) => group.childrenPerAdult),
    ],
  );
}

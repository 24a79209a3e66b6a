import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { OfferedUnit } from "./activity-offer.ts";

/** An activity to create, its units in the order in which pages show them. */
export interface NewActivity {
  siteId: Id<"site">;
  name: string;
  units: readonly Omit<OfferedUnit, "unitId">[];
}

/** Creates an activity and its units. Nothing is bookable before it has a season and deadline rules. */
export async function createActivity(
  writes: Writes,
  { siteId, name, units }: NewActivity,
): Promise<{ activityId: Id<"activity">; unitIds: readonly Id<"unit">[] }> {
  const activity = await writes.row<{ id: Id<"activity"> }>(
    "create_activity",
    `insert into activity (site_id, name) values ($1, $2) returning id`,
    [siteId, name],
  );
  if (activity === undefined) throw new Error("An activity was written without an id");
  const created = await writes.rows<{ id: Id<"unit">; position: number }>(
    "create_units",
    `insert into unit (activity_id, name, starts_at, ends_at, position)
     select $1, * from unnest($2::text[], $3::time[], $4::time[]) with ordinality
     returning id, position`,
    [
      activity.id,
      units.map((unit) => unit.name),
      units.map((unit) => unit.startsAt.toString()),
      units.map((unit) => unit.endsAt.toString()),
    ],
  );
  const inOrder = created.toSorted((a, b) => a.position - b.position);
  return { activityId: activity.id, unitIds: inOrder.map((unit) => unit.id) };
}

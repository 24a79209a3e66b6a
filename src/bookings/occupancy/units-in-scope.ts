import type { RightScope } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** A unit at a site where an agent may look. */
export interface ScopedUnit {
  unitId: Id<"unit">;
  unitName: string;
  activityId: Id<"activity">;
  activityName: string;
  siteId: Id<"site">;
  siteName: string;
  /** The family chooses its hours, or did, or will from a day on. */
  withHours: boolean;
}

/** The sites of a right as a statement takes them: null is everywhere. */
export function sitesOf(scope: RightScope | undefined): readonly Id<"site">[] | null {
  return scope === "everywhere" ? null : [...(scope ?? [])];
}

/** The units at the sites where the agent has the right, by site, activity and place in it. */
export function unitsInScope(reads: Reads, scope: RightScope | undefined): Promise<ScopedUnit[]> {
  return reads.rows<ScopedUnit>(
    "units_in_scope",
    `select unit_id as "unitId", unit_name as "unitName", activity_id as "activityId",
            activity_name as "activityName", site_id as "siteId", site_name as "siteName",
            exists (select from activities_unit_hours hours
                    where hours.unit_id = unit.unit_id and hours.hour_step is not null) as "withHours"
     from activities_unit_card unit
     where $1::uuid[] is null or site_id = any ($1)
     order by site_name, activity_name, activity_id, position`,
    [sitesOf(scope)],
  );
}

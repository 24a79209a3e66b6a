import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** What deadlines are about on a page: a unit of an activity, with the site that answers for it. */
export interface DeadlineTarget {
  readonly siteId: Id<"site">;
  readonly activityId: Id<"activity">;
  readonly activityName: string;
  readonly unitId: Id<"unit">;
  readonly unitName: string;
}

/** Every unit that is offered, by site and activity. */
export function deadlineTargets(reads: Reads): Promise<readonly DeadlineTarget[]> {
  return reads.rows<DeadlineTarget>(
    "deadline_targets",
    `select site_id as "siteId", activity_id as "activityId", activity_name as "activityName", unit_id as "unitId",
            unit_name as "unitName"
     from activities_unit_card
     order by site_name, activity_name, activity_id, position`,
    [],
  );
}

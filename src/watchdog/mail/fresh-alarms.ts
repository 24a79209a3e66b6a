import { parisDate, type Id } from "#kernel";
import type { Writes } from "#platform";

import type { Watch } from "../rules/watch.ts";

/** What no letter told yet, of one watch at one site. */
export interface Fresh {
  readonly watch: Watch;
  readonly siteId: Id<"site"> | null;
  readonly siteName: string | null;
  readonly alarms: number;
  readonly count: number;
}

/** Marks as told all that is awake and no letter told yet; answers how many of each, without any name of a family. */
export function tellOnce(writes: Writes, now: Temporal.Instant): Promise<Fresh[]> {
  return writes.rows<Fresh>(
    "watch_tell_once",
    `with told as (
       update alarm set told_at = $1
       where gone_at is null and told_at is null
         and not exists (select from alarm_sleep asleep
                         where asleep.watch = alarm.watch and asleep.topic = alarm.topic and asleep.until >= $2)
       returning watch, site_id, count
     )
     select told.watch, told.site_id as "siteId",
            (select u.site_name from activities_unit_card u where u.site_id = told.site_id limit 1) as "siteName",
            count(*)::integer as alarms, sum(told.count)::integer as count
     from told
     group by told.watch, told.site_id
     order by 1, 3`,
    [now.toString(), parisDate(now).toString()],
  );
}

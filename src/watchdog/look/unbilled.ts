import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { firstWatchedDay } from "../rules/watch-rule.ts";
import type { Found } from "./found.ts";

/**
 * Who came (or was expected, where nobody noted) in a month that is issued, without any charge: neither one of the day,
 * were it of 0 €, nor a contract's of the month.
 *
 * Whole months are compared with whole months: 300,000 presences with 600,000 charges take 3 s where each side is put in
 * a hash, 10 s where the planner, which knows little of months, looks them up one by one.
 */
export async function unbilledPresences(reads: Reads, today: Temporal.PlainDate): Promise<readonly Found[]> {
  await reads.rows(
    "watch_by_hash",
    "select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)",
  );
  const rows = await reads.rows<{ month: Temporal.PlainDate; activityId: Id<"activity">; places: number }>(
    "watch_unbilled",
    `with month as materialized (
       select month from billing_issued_month where month >= $1
     ), came as (
       select date_trunc('month', f.date)::date as month, f.participant_id, f.activity_id, f.unit_id, f.date
       from attendance_fact f
       where f.date between (select min(month) from month) and (select max(month) + 31 from month)
         and f.state is distinct from 'absent'
     )
     select came.month, came.activity_id as "activityId", count(*)::integer as places
     from came
     join month on month.month = came.month
     where not exists (select from billing_issued_charge c
                       where c.month >= $1 and c.participant_id = came.participant_id and c.unit_id = came.unit_id
                         and c.day = came.date)
       and not exists (select from billing_issued_charge c
                       where c.kind = 'contract' and c.month = came.month and c.participant_id = came.participant_id
                         and c.activity_id = came.activity_id)
     group by came.month, came.activity_id`,
    [firstWatchedDay(today).toString()],
  );
  await reads.rows("watch_as_usual", "select set_config('enable_nestloop', 'on', true)");
  return rows.map(({ month, activityId, places }) => {
    const text = month.toPlainYearMonth().toString();
    return {
      watch: "unbilled",
      subject: `${text}/${activityId}`,
      topic: `${text}/${activityId}`,
      siteId: null,
      count: places,
      facts: { month: text, activity: activityId },
    };
  });
}

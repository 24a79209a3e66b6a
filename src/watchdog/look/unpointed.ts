import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { firstWatchedDay, lastDayToPoint } from "../rules/watch-rule.ts";
import type { Found } from "./found.ts";

/** The days of each site on which somebody expected is neither present nor absent, in months not issued yet. */
export async function unpointedDays(
  reads: Reads,
  today: Temporal.PlainDate,
  afterDays: number,
): Promise<readonly Found[]> {
  const rows = await reads.rows<{ siteId: Id<"site">; date: Temporal.PlainDate; left: number }>(
    "watch_unpointed",
    `select u.site_id as "siteId", d.date, sum(d.expected - d.noted)::integer as "left"
     from attendance_day d
     join activities_unit_card u on u.unit_id = d.unit_id
     where d.date between $1 and $2 and d.noted < d.expected
       and not exists (select from billing_issued_month m where m.month = date_trunc('month', d.date)::date)
     group by u.site_id, d.date`,
    [firstWatchedDay(today).toString(), lastDayToPoint(today, afterDays).toString()],
  );
  return rows.map(({ siteId, date, left }) => ({
    watch: "unpointed",
    subject: `${siteId}/${date.toString()}`,
    topic: siteId,
    siteId,
    count: left,
    facts: { day: date.toString() },
  }));
}

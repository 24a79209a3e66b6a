import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { firstWatchedDay } from "../rules/watch-rule.ts";
import type { Found } from "./found.ts";

/**
 * Who came (or was expected, where nobody noted) in a month that is issued, without any charge: neither one of the day,
 * were it of 0 €, nor a contract's of the month.
 *
 * Each side is put in a hash once, so that a month of 300,000 presences is read once.
 */
export async function unbilledPresences(reads: Reads, today: Temporal.PlainDate): Promise<readonly Found[]> {
  const rows = await reads.rows<{ month: Temporal.PlainDate; activityId: Id<"activity">; places: number }>(
    "watch_unbilled",
    `select m.month, f.activity_id as "activityId", count(*)::integer as places
     from billing_issued_month m
     join attendance_fact f
       on f.date between m.month and (m.month + interval '1 month - 1 day')::date and f.state is distinct from 'absent'
     where m.month >= $1
       and not exists (select from billing_issued_charge c
                       where c.month = m.month and c.participant_id = f.participant_id and c.unit_id = f.unit_id
                         and c.day = f.date)
       and not exists (select from billing_issued_charge c
                       where c.month = m.month and c.participant_id = f.participant_id
                         and c.activity_id = f.activity_id and c.kind = 'contract')
     group by m.month, f.activity_id`,
    [firstWatchedDay(today).toString()],
  );
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

import type { Reads } from "#platform";

import { firstWatchedDay, lastMonthToIssue } from "../rules/watch-rule.ts";
import type { Found } from "./found.ts";

/** The months in which places were taken, of which nothing was issued though they should be by now. */
export async function unissuedMonths(
  reads: Reads,
  today: Temporal.PlainDate,
  fromDay: number,
): Promise<readonly Found[]> {
  const last = lastMonthToIssue(today, fromDay);
  const rows = await reads.rows<{ month: Temporal.PlainDate; places: number }>(
    "watch_unissued",
    `select taken.month, taken.places
     from (select date_trunc('month', s.date)::date as month, sum(s.taken)::integer as places
           from bookings_slot_card s
           where s.date between $1 and $2 and s.taken > 0
           group by 1) taken
     where not exists (select from billing_issued_month m where m.month = taken.month)`,
    [firstWatchedDay(today).toString(), last.toPlainDate({ day: last.daysInMonth }).toString()],
  );
  return rows.map(({ month, places }) => {
    const text = month.toPlainYearMonth().toString();
    return {
      watch: "unissued",
      subject: text,
      topic: text,
      siteId: null,
      count: places,
      facts: { month: text },
    };
  });
}

import type { Reads } from "#platform";

import { quotientHorizon } from "../rules/watch-rule.ts";
import type { Found } from "./found.ts";

/** How far ahead a place makes a household one whose quotient matters. */
const PLACES_AHEAD = 60;

/** The households with places to come whose quotient has ended or ends soon, by the month of its end; no amount. */
export async function endingQuotients(
  reads: Reads,
  today: Temporal.PlainDate,
  days: number,
): Promise<readonly Found[]> {
  const rows = await reads.rows<{ ended: boolean; month: Temporal.PlainDate; households: number }>(
    "watch_quotients",
    `with coming as (
       select coalesce(array_agg(distinct household_id), '{}') as households from bookings_booked where date between $1 and $3
     )
     select q.value_last_day < $1 as ended,
            case when q.value_last_day < $1 then $1::date else date_trunc('month', q.value_last_day)::date end as month,
            count(*)::integer as households
     from coming
     cross join pricing_quotient_on(coming.households, array_fill($2::date, array[cardinality(coming.households)])) q
     where q.value_last_day < $2
     group by 1, 2`,
    [today.toString(), quotientHorizon(today, days).toString(), today.add({ days: PLACES_AHEAD }).toString()],
  );
  return rows.map(({ ended, month, households }) => {
    const subject = ended ? "ended" : month.toPlainYearMonth().toString();
    return {
      watch: "quotient",
      subject,
      topic: subject,
      siteId: null,
      count: households,
      facts: { month: ended ? null : subject },
    };
  });
}

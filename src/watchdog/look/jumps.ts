import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { firstWatchedDay, isJump, type WatchRule } from "../rules/watch-rule.ts";
import type { Found } from "./found.ts";

interface Totals {
  month: Temporal.PlainDate;
  householdId: Id<"household">;
  before: number;
  now: number;
}

/** The households whose total of the last issued month is far from that of the month issued before it. */
export async function jumpingTotals(
  reads: Reads,
  today: Temporal.PlainDate,
  rule: NonNullable<WatchRule["jump"]>,
): Promise<readonly Found[]> {
  const rows = await reads.rows<Totals>(
    "watch_jumps",
    `with compared as (
       select last.month, (select max(m.month) from billing_issued_month m where m.month < last.month) as before
       from (select max(month) as month from billing_issued_month where month >= $1) last
     ), total as (
       select c.household_id,
              coalesce(sum(c.amount_cents) filter (where c.month = compared.before), 0)::integer as before,
              coalesce(sum(c.amount_cents) filter (where c.month = compared.month), 0)::integer as now
       from compared
       join billing_issued_charge c on c.month in (compared.before, compared.month)
       group by c.household_id
     )
     select compared.month, total.household_id as "householdId", total.before, total.now
     from compared
     join total on total.before > 0 and abs(total.now - total.before) >= $2`,
    [firstWatchedDay(today).toString(), rule.cents],
  );
  return rows
    .filter((totals) => isJump(totals, rule))
    .map(({ month, householdId, before, now }) => {
      const text = month.toPlainYearMonth().toString();
      return {
        watch: "jump",
        subject: `${text}/${householdId}`,
        topic: `${text}/${householdId}`,
        siteId: null,
        count: 1,
        facts: { month: text, household: householdId, before, now },
      };
    });
}

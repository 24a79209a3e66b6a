import type { Reads } from "#platform";

import type { WatchRule } from "../rules/watch-rule.ts";

type Row = Omit<WatchRule, "jump"> & { percent: number | null; cents: number | null };

/** What is watched on a day. */
export async function watchRuleOn(reads: Reads, day: Temporal.PlainDate): Promise<WatchRule> {
  const row = await reads.row<Row>(
    "watch_rule_on",
    `select unpointed_after_days as "unpointedAfterDays", unbilled, unissued_from_day as "unissuedFromDay",
            jump_percent as percent, jump_cents as cents, quotient_days as "quotientDays"
     from watch_rule where valid_from <= $1 order by valid_from desc limit 1`,
    [day.toString()],
  );
  if (row === undefined) throw new Error("The first rule of the watch is gone");
  const { percent, cents, ...rest } = row;
  return { ...rest, jump: percent === null || cents === null ? null : { percent, cents } };
}

import type { Reads, Writes } from "#platform";

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

/** Sets what is watched from a day on. The file and the agents' page both end here. */
export async function writeWatchRule(
  writes: Writes,
  { from, rule, by, now }: { from: Temporal.PlainDate; rule: WatchRule; by: string; now: Temporal.Instant },
): Promise<void> {
  await writes.run(
    "watch_rule_change",
    `insert into watch_rule (valid_from, unpointed_after_days, unbilled, unissued_from_day, jump_percent, jump_cents,
                             quotient_days, by_label, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (valid_from) do update
     set unpointed_after_days = excluded.unpointed_after_days, unbilled = excluded.unbilled,
         unissued_from_day = excluded.unissued_from_day, jump_percent = excluded.jump_percent,
         jump_cents = excluded.jump_cents, quotient_days = excluded.quotient_days, by_label = excluded.by_label,
         at = excluded.at`,
    [
      from.toString(),
      rule.unpointedAfterDays,
      rule.unbilled,
      rule.unissuedFromDay,
      rule.jump?.percent ?? null,
      rule.jump?.cents ?? null,
      rule.quotientDays,
      by,
      now.toString(),
    ],
  );
}

/** Whether two rules watch the same, as soon. */
export function sameWatches(one: WatchRule, other: WatchRule): boolean {
  return (
    one.unpointedAfterDays === other.unpointedAfterDays &&
    one.unbilled === other.unbilled &&
    one.unissuedFromDay === other.unissuedFromDay &&
    one.jump?.percent === other.jump?.percent &&
    one.jump?.cents === other.jump?.cents &&
    one.quotientDays === other.quotientDays
  );
}

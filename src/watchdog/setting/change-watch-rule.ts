import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import { writeJournal } from "#platform";

import type { WatchRule } from "../rules/watch-rule.ts";
import { watchRuleOn } from "./watch-rule-on.ts";

/** Keeps what is watched from a day on; written twice for one day, the last one holds. Earlier days keep theirs. */
export async function changeWatchRule(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  { from, rule }: { from: Temporal.PlainDate; rule: WatchRule },
): Promise<void> {
  await database.write(async (writes) => {
    const before = await watchRuleOn(writes, parisDate(now));
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
        actor.name,
        now.toString(),
      ],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "watchdog.rule-changed",
      facts: { from: from.toString(), before, after: rule },
      address,
    });
  });
}

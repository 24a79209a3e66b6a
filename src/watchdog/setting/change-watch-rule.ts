import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import { writeJournal } from "#platform";

import type { WatchRule } from "../rules/watch-rule.ts";
import { watchRuleOn, writeWatchRule } from "./watch-rule-on.ts";

/** Keeps what is watched from a day on; written twice for one day, the last one holds. Earlier days keep theirs. */
export async function changeWatchRule(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  { from, rule }: { from: Temporal.PlainDate; rule: WatchRule },
): Promise<void> {
  await database.write(async (writes) => {
    const before = await watchRuleOn(writes, parisDate(now));
    await writeWatchRule(writes, { from, rule, by: actor.name, now });
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

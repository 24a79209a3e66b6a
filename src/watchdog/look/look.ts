import type { Reads } from "#platform";

import type { WatchRule } from "../rules/watch-rule.ts";
import type { Found } from "./found.ts";
import { jumpingTotals } from "./jumps.ts";
import { endingQuotients } from "./quotients.ts";
import { unbilledPresences } from "./unbilled.ts";
import { unissuedMonths } from "./unissued.ts";
import { unpointedDays } from "./unpointed.ts";

/** All that the watches that are on find on a day: one statement each, whatever the number of families. */
export async function look(
  reads: Reads,
  today: Temporal.PlainDate,
  rule: WatchRule,
): Promise<readonly Found[]> {
  const { unpointedAfterDays, unbilled, unissuedFromDay, jump, quotientDays } = rule;
  return [
    ...(unpointedAfterDays === null ? [] : await unpointedDays(reads, today, unpointedAfterDays)),
    ...(unissuedFromDay === null ? [] : await unissuedMonths(reads, today, unissuedFromDay)),
    ...(unbilled ? await unbilledPresences(reads, today) : []),
    ...(jump === null ? [] : await jumpingTotals(reads, today, jump)),
    ...(quotientDays === null ? [] : await endingQuotients(reads, today, quotientDays)),
  ];
}

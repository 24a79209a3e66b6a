import type { Cents, Id } from "#kernel";

import type { Watch } from "../rules/watch.ts";

/** What is told on one line: the alarms of a watch that are settled together. */
export interface Topic {
  readonly watch: Watch;
  readonly topic: string;
  readonly siteId: Id<"site"> | null;
  /** Of the site, the activity or the household; null where it is of a month. */
  readonly name: string | null;
  /** How many alarms: days of a site. */
  readonly alarms: number;
  /** How many places, presences or households, all together. */
  readonly count: number;
  readonly month: Temporal.PlainYearMonth | null;
  readonly oldestDay: Temporal.PlainDate | null;
  readonly householdId: Id<"household"> | null;
  readonly totals: { readonly before: Cents; readonly now: Cents } | null;
  readonly firstSeen: Temporal.Instant;
  readonly sleep: { readonly until: Temporal.PlainDate; readonly reason: string; readonly by: string } | null;
}

import { activityOffer, type ActivityOffer } from "#activities";
import type { SignedInVisit } from "#identity";
import { ok, refuse, type Finding, type Id, type Result } from "#kernel";
import { rehearse, writeJournal, type Writes } from "#platform";

import { dayRefusal, type DayRefusal } from "./possible-day.ts";

/** A rule of an activity that holds from a day on, and how one writes it: as the file would. */
export interface RuleKind<Rule> {
  /** The act of the journal. */
  readonly act: string;
  /** What the check of the file refuses of the rule, or warns of. */
  check(
    writes: Writes,
    activity: ActivityOffer,
    rule: Rule,
    from: Temporal.PlainDate,
  ): Promise<readonly Finding[]>;
  /** Writes it, and says what changes, one sentence each; none where it was so already. */
  write(
    writes: Writes,
    activity: ActivityOffer,
    rule: Rule,
    from: Temporal.PlainDate,
  ): Promise<readonly string[]>;
}

/** The rule of an activity from a day on. */
export interface RuleChange<Rule> {
  readonly activityId: Id<"activity">;
  readonly rule: Rule;
  readonly from: Temporal.PlainDate;
}

/** Why a rule was not changed; nothing was written. */
export type RuleRefusal =
  | DayRefusal
  | { code: "unknown" }
  | { code: "contradicts"; findings: readonly Finding[] };

/** What a change does. */
export interface RuleEffect {
  readonly changes: readonly string[];
  readonly warnings: readonly Finding[];
}

type EditVisit = Pick<SignedInVisit, "actor" | "database" | "now" | "address">;

/** Says what a rule would change: it is written and unwritten, and nothing stays. */
export function previewRule<Rule>(
  { database, now }: EditVisit,
  kind: RuleKind<Rule>,
  change: RuleChange<Rule>,
): Promise<Result<RuleEffect, RuleRefusal>> {
  return rehearse(database, (writes) => writeRule(writes, kind, change, now));
}

/** Writes the rule and the journal's line in one transaction; twice changes nothing. */
export function saveRule<Rule>(
  { actor, database, now, address }: EditVisit,
  kind: RuleKind<Rule>,
  change: RuleChange<Rule>,
): Promise<Result<RuleEffect, RuleRefusal>> {
  return database.write(async (writes) => {
    const written = await writeRule(writes, kind, change, now);
    if (!written.ok || written.value.changes.length === 0) return written;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: kind.act,
      objectKind: "activity",
      objectId: change.activityId,
      facts: { rule: change.rule, from: change.from.toString() },
      address,
    });
    return written;
  });
}

async function writeRule<Rule>(
  writes: Writes,
  kind: RuleKind<Rule>,
  { activityId, rule, from }: RuleChange<Rule>,
  now: Temporal.Instant,
): Promise<Result<RuleEffect, RuleRefusal>> {
  const refusal = dayRefusal(from, now);
  if (refusal !== undefined) return refuse(refusal);
  // Of two who change a rule at once, the second waits here.
  await writes.run(
    "lock_activity_rules",
    `select pg_advisory_xact_lock(hashtextextended('bookings.rules ' || $1, 0))`,
    [activityId],
  );
  const [activity] = await activityOffer(writes, [activityId]);
  if (activity === undefined) return refuse({ code: "unknown" });
  const findings = await kind.check(writes, activity, rule, from);
  const refused = findings.filter((finding) => finding.kind === "refused");
  if (refused.length > 0) return refuse({ code: "contradicts", findings: refused });
  return ok({ changes: await kind.write(writes, activity, rule, from), warnings: findings });
}

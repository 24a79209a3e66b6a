import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { DeadlineRule } from "../rules/deadline.ts";
import type { DeadlineAct } from "../rules/deadline-sentence.ts";
import { parseDeadlineRule, writeDeadlineRule } from "./rule-format.ts";

/** The rules of one activity for one act, the latest first. */
export type DatedRules = readonly { validFrom: Temporal.PlainDate; rule: DeadlineRule }[];

/** The deadline rules of activities, each from the date of the slots that it holds for. */
export type DeadlineRules = ReadonlyMap<string, DatedRules>;

/** Reads the deadline rules of these activities. */
export async function readDeadlineRules(
  reads: Reads,
  activityIds: readonly Id<"activity">[],
): Promise<DeadlineRules> {
  const rows = await reads.rows<{ key: string; validFrom: Temporal.PlainDate; rule: unknown }>(
    "deadline_rules",
    `select activity_id || ' ' || act as key, valid_from as "validFrom", rule
     from deadline_rule where activity_id = any ($1::uuid[]) order by activity_id, act, valid_from desc`,
    [activityIds],
  );
  const dated = rows.map(({ key, validFrom, rule }) => ({
    key,
    dated: { validFrom, rule: parseDeadlineRule(rule) },
  }));
  const byKey = Map.groupBy(dated, (row) => row.key);
  return new Map([...byKey].map(([key, group]) => [key, group.map((row) => row.dated)]));
}

/** The rules of one activity for one act; none before the first is set. */
export function rulesOf(rules: DeadlineRules, activityId: Id<"activity">, act: DeadlineAct): DatedRules {
  return rules.get(`${activityId} ${act}`) ?? [];
}

/** The rule for a slot of that date: the last one that began by then; undefined before the first. */
export function ruleOn(dated: DatedRules, date: Temporal.PlainDate): DeadlineRule | undefined {
  return dated.find(({ validFrom }) => Temporal.PlainDate.compare(validFrom, date) <= 0)?.rule;
}

/**
 * Sets the rule of an act for the slots from `validFrom` on; past slots keep the rule they had. The caller
 * aligns the slots of the activity afterwards, in the same transaction.
 */
export async function setDeadlineRule(
  writes: Writes,
  {
    activityId,
    act,
    validFrom,
    rule,
  }: { activityId: Id<"activity">; act: DeadlineAct; validFrom: Temporal.PlainDate; rule: DeadlineRule },
): Promise<void> {
  await writes.run(
    "set_deadline_rule",
    `insert into deadline_rule (activity_id, act, valid_from, rule) values ($1, $2, $3, $4)
     on conflict (activity_id, act, valid_from, unit_id, season_id) do update set rule = excluded.rule`,
    [activityId, act, validFrom.toString(), writeDeadlineRule(rule)],
  );
}

import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { DeadlineAct } from "../rules/deadline-sentence.ts";
import type { DeadlineRule } from "../rules/deadline/deadline-rule.ts";
import type { MovedDeadline } from "../rules/deadline/moved.ts";
import type { ActDeadlines, DatedRule } from "../rules/deadline/slot-deadline.ts";
import { parseDeadlineRule, writeDeadlineRule } from "./rule-format.ts";

/** What a rule is about: an activity, or one of its units, or one of its seasons, or a unit in a season. */
export interface DeadlineScope {
  readonly activityId: Id<"activity">;
  readonly unitId: Id<"unit"> | null;
  readonly seasonId: Id<"season"> | null;
}

type ScopedRule = DatedRule & Omit<DeadlineScope, "activityId">;
type ScopedMove = MovedDeadline & { readonly unitId: Id<"unit"> | null };

/** The deadline rules of activities and what agents moved by hand, read at once for all of them. */
export interface DeadlineRules {
  readonly rules: ReadonlyMap<string, readonly ScopedRule[]>;
  readonly moves: ReadonlyMap<string, readonly ScopedMove[]>;
}

/** Reads the deadline rules of these activities, and the moved cut-offs of slots from `from` on. */
export async function readDeadlineRules(
  reads: Reads,
  activityIds: readonly Id<"activity">[],
  from: Temporal.PlainDate,
): Promise<DeadlineRules> {
  const rows = await reads.rows<Omit<ScopedRule, "rule"> & { key: string; rule: unknown }>(
    "deadline_rules",
    `select activity_id || ' ' || act as key, unit_id as "unitId", season_id as "seasonId",
            valid_from as "validFrom", rule
     from deadline_rule where activity_id = any ($1::uuid[])
     order by activity_id, act, unit_id is null, season_id is null, valid_from desc`,
    [activityIds],
  );
  const moves = await reads.rows<ScopedMove & { key: string }>(
    "deadlines_moved",
    `select activity_id || ' ' || act as key, unit_id as "unitId", first_day as "firstDay", last_day as "lastDay",
            closes_at as "closesAt", because
     from moved_deadline, unnest(acts) as act
     where activity_id = any ($1::uuid[]) and last_day >= $2 and lifted_at is null
     order by activity_id, at desc, id`,
    [activityIds, from.toString()],
  );
  return {
    rules: Map.groupBy(
      rows.map((row) => ({ ...row, rule: parseDeadlineRule(row.rule) })),
      (row) => row.key,
    ),
    moves: Map.groupBy(moves, (move) => move.key),
  };
}

/** What decides an act on the slots of a unit in a season, without the names of what it comes from. */
export function deadlinesOf(
  { rules, moves }: DeadlineRules,
  { activityId, unitId, seasonId }: { [key in keyof DeadlineScope]: NonNullable<DeadlineScope[key]> },
  act: DeadlineAct,
): ActDeadlines {
  const key = `${activityId} ${act}`;
  const ofUnit = (scoped: { unitId: Id<"unit"> | null }) =>
    scoped.unitId === null || scoped.unitId === unitId;
  return {
    rules: (rules.get(key) ?? [])
      .filter((rule) => ofUnit(rule) && (rule.seasonId === null || rule.seasonId === seasonId))
      .map(({ validFrom, rule }) => ({ validFrom, rule })),
    moves: (moves.get(key) ?? [])
      .filter(ofUnit)
      .map(({ firstDay, lastDay, closesAt, because }) => ({ firstDay, lastDay, closesAt, because })),
  };
}

/**
 * Sets the rule of an act for the slots from `validFrom` on; past slots keep the rule they had. The caller
 * aligns the slots of the activity afterwards, in the same transaction.
 */
export async function setDeadlineRule(
  writes: Writes,
  {
    activityId,
    unitId = null,
    seasonId = null,
    act,
    validFrom,
    rule,
  }: Pick<DeadlineScope, "activityId"> &
    Partial<DeadlineScope> & { act: DeadlineAct; validFrom: Temporal.PlainDate; rule: DeadlineRule },
): Promise<void> {
  await writes.run(
    "set_deadline_rule",
    `insert into deadline_rule (activity_id, unit_id, season_id, act, valid_from, rule)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (activity_id, act, valid_from, unit_id, season_id) do update set rule = excluded.rule`,
    [activityId, unitId, seasonId, act, validFrom.toString(), JSON.stringify(writeDeadlineRule(rule))],
  );
}

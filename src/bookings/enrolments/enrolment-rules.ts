import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { EnrolmentConditions } from "../rules/conditions/condition.ts";
import { enrolmentConditions } from "./condition-format.ts";

/** How an activity is enrolled in, from a day on: by families themselves or by agents, and under which conditions. */
export interface EnrolmentRule {
  activityId: Id<"activity">;
  validFrom: Temporal.PlainDate;
  byFamily: boolean;
  conditions: EnrolmentConditions;
}

/** Every enrolment rule of these activities, the latest first. Without a rule only agents enrol, without conditions. */
export async function readEnrolmentRules(
  reads: Reads,
  activityIds: readonly Id<"activity">[],
): Promise<readonly EnrolmentRule[]> {
  const rows = await reads.rows<Omit<EnrolmentRule, "conditions"> & { conditions: unknown }>(
    "enrolment_rules",
    `select activity_id as "activityId", valid_from as "validFrom", by_family as "byFamily", conditions
     from enrolment_rule where activity_id = any ($1::uuid[]) order by activity_id, valid_from desc`,
    [activityIds],
  );
  return rows.map((row) => ({ ...row, conditions: enrolmentConditions.parse(row.conditions) }));
}

/** Sets the rule for the seasons that begin from `validFrom` on, and for who enrols from that day on. */
export async function setEnrolmentRule(
  writes: Writes,
  { activityId, validFrom, byFamily, conditions }: EnrolmentRule,
): Promise<void> {
  await writes.run(
    "set_enrolment_rule",
    `insert into enrolment_rule (activity_id, valid_from, by_family, conditions) values ($1, $2, $3, $4)
     on conflict (activity_id, valid_from)
     do update set by_family = excluded.by_family, conditions = excluded.conditions`,
    [activityId, validFrom.toString(), byFamily, JSON.stringify(enrolmentConditions.parse(conditions))],
  );
}

import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { EnrolmentConditions } from "../rules/conditions/condition.ts";
import { enrolmentConditions } from "./condition-format.ts";

/** How an activity is enrolled in, from a day on: by families themselves or by agents, and under which conditions. */
interface EnrolmentRule {
  activityId: Id<"activity">;
  validFrom: Temporal.PlainDate;
  byFamily: boolean;
  conditions: EnrolmentConditions;
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

import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { weeksOf } from "./contract-queries.ts";
import type { PricedContract } from "./contract-price.ts";

/** The contract that a form has signed, to be priced; undefined where the form was about something else. */
export async function signedContract(
  reads: Reads,
  key: Id<"submission">,
): Promise<PricedContract | undefined> {
  const row = await reads.row<{
    householdId: Id<"household">;
    unitId: Id<"unit">;
    firstDay: Temporal.PlainDate;
    lastDay: Temporal.PlainDate;
    week: unknown;
    adaptingUntil: Temporal.PlainDate | null;
    adaptingWeek: unknown;
  }>(
    "care_contract_signed",
    `select e.household_id as "householdId", c.unit_id as "unitId", c.first_day as "firstDay",
            coalesce(c.agreed_last_day, c.last_day) as "lastDay", c.week, c.adapting_until as "adaptingUntil",
            c.adapting_week as "adaptingWeek"
     from care_contract c join enrolment e on e.id = c.enrolment_id where c.id = $1`,
    [key],
  );
  if (row === undefined) return undefined;
  const { householdId, unitId, firstDay, lastDay } = row;
  return { householdId, unitId, terms: { firstDay, lastDay, ...weeksOf(row) } };
}

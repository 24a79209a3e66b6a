import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { DeadlineFacts } from "../../../rules/deadline-facts.ts";

/** The deadlines of one slot, as the statement that books enforces them. */
export interface SlotOfMonth {
  readonly date: Temporal.PlainDate;
  readonly closedBecause: string | null;
  readonly bookUntil: Temporal.Instant;
  readonly cancelUntil: Temporal.Instant;
  readonly changeUntil: Temporal.Instant | null;
  readonly facts: Partial<DeadlineFacts>;
}

/** The slots of a unit in a month, in order. */
export function monthDeadlines(
  reads: Reads,
  unitId: Id<"unit">,
  month: Temporal.PlainYearMonth,
): Promise<readonly SlotOfMonth[]> {
  const first = month.toPlainDate({ day: 1 });
  return reads.rows<SlotOfMonth>(
    "deadlines_of_month",
    `select date, closed_because as "closedBecause", book_until as "bookUntil", cancel_until as "cancelUntil",
            change_until as "changeUntil", deadline_facts as facts
     from slot where unit_id = $1 and date >= $2 and date < $3 order by date`,
    [unitId, first.toString(), first.add({ months: 1 }).toString()],
  );
}

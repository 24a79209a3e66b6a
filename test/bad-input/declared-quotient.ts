import type { Id } from "#kernel";
import type { SchemaDatabase } from "#platform";

import { newId } from "../builders/canteen.ts";

/** A quotient that a household has declared, and that an agent is to check. */
export async function declareQuotient(
  database: SchemaDatabase,
  household: Id<"household">,
  now: Temporal.Instant,
): Promise<Id<"qf-entry">> {
  const quotient = newId<"qf-entry">();
  await database.write((writes) =>
    writes.run(
      "test_declared_quotient",
      `insert into qf_entry (id, household_id, value_hundredths, scheme, source, situation_on, received_on, first_day,
                             to_check, by_label, at)
       values ($1, $2, 43217, 'caf', 'family', '2026-10-01', '2026-10-02', '2026-10-02', true, 'Karim', $3)`,
      [quotient, household, now.toString()],
    ),
  );
  return quotient;
}

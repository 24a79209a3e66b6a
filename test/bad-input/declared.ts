import type { Id } from "#kernel";
import type { SchemaDatabase } from "#platform";

import { newId } from "../builders/canteen.ts";
import type { Household } from "../builders/household.ts";

/** A person whom a family declared, with the enrolment of its child, and a quotient that another one declared. */
export async function buildDeclared(
  database: SchemaDatabase,
  { home, stranger, now }: { home: Household; stranger: Household; now: Temporal.Instant },
): Promise<{ declared: string; enrolment: string; quotient: Id<"qf-entry"> }> {
  const declared = await database.write((writes) =>
    writes.row<{ id: string; enrolment: string }>(
      "test_declared",
      `insert into authorised_person (participant_id, household_id, kind, first_name, last_name, first_day, by_label, created_at)
       values ($1, $2, 'authorised', 'Odile', 'Sueur', '2026-09-01', 'Claire', now())
       returning id, (select id from enrolment where participant_id = $1) as enrolment`,
      [home.children[0]?.id ?? "", home.id],
    ),
  );
  const quotient = newId<"qf-entry">();
  await database.write((writes) =>
    writes.run(
      "test_declared_quotient",
      `insert into qf_entry (id, household_id, value_hundredths, scheme, source, situation_on, received_on, first_day,
                             to_check, by_label, at)
       values ($1, $2, 43217, 'caf', 'family', '2026-10-01', '2026-10-02', '2026-10-02', true, 'Karim', $3)`,
      [quotient, stranger.id, now.toString()],
    ),
  );
  return { declared: declared?.id ?? "", enrolment: declared?.enrolment ?? "", quotient };
}

import type { Writes } from "#platform";
import { yearCell } from "../../corrections/year-cell.ts";
import type { OndePlan, PlannedRecord } from "../rules/plan.ts";
import { place } from "./placed.ts";
import { writeChildren, writeSchooling } from "./write-children.ts";
import { writeGuardians } from "./write-guardians.ts";
import { writeHouseholds, writeMemberships } from "./write-households.ts";

/** Forgets the corrections that the register has taken up: its next changes of these cells count again. */
async function forgetSettled(
  writes: Writes,
  records: readonly PlannedRecord<string, string>[],
  schoolYear: string,
): Promise<void> {
  const cells = records.flatMap(({ id, settled }) =>
    id === undefined
      ? []
      : settled.flatMap((field) => [
          { id, field },
          { id, field: yearCell(field, schoolYear) },
        ]),
  );
  await writes.run(
    "onde_forget_settled",
    `delete from corrected_cell cell
     using unnest($1::uuid[], $2::text[]) as settled (record, field)
     where settled.field = cell.field
       and settled.record = coalesce(cell.household_id, cell.guardian_id, cell.participant_id)`,
    [cells.map(({ id }) => id), cells.map(({ field }) => field)],
  );
}

/** Writes what the plan says, in the caller's transaction: ten statements, whatever the number of families. */
export async function writePlan(writes: Writes, plan: OndePlan, at: Temporal.Instant): Promise<void> {
  const [households, guardians, children] = [
    place(plan.households),
    place(plan.guardians),
    place(plan.children),
  ];
  await writeHouseholds(writes, households, at);
  await writeGuardians(writes, guardians, at);
  await writeChildren(writes, children, at);
  await writeMemberships(writes, households, guardians, children);
  await writeSchooling(writes, children, plan.schoolYear);
  await forgetSettled(writes, [...plan.households, ...plan.guardians, ...plan.children], plan.schoolYear);
}

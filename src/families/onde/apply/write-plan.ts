import type { Writes } from "#platform";
import type { OndePlan } from "../rules/plan.ts";
import { place } from "./placed.ts";
import { writeChildren, writeSchooling } from "./write-children.ts";
import { writeGuardians } from "./write-guardians.ts";
import { writeHouseholds, writeMemberships } from "./write-households.ts";

/** Writes what the plan says, in the caller's transaction: nine statements, whatever the number of families. */
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
}

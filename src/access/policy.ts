import type { Actor } from "#identity";
import type { Id } from "#kernel";

/** Whether this person may act for a household as one of its guardians. An agent's rights are another matter. */
export function mayReachHousehold(actor: Actor, householdId: Id<"household">): boolean {
  return actor.kind === "signed-in" && (actor.guardian?.householdIds.includes(householdId) ?? false);
}

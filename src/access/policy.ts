import type { Actor } from "#identity";
import type { Id } from "#kernel";

/** The households whose children this person may see and book for as a guardian; none for anybody else. */
export function reachableHouseholds(actor: Actor): readonly Id<"household">[] {
  return actor.kind === "signed-in" ? (actor.guardian?.householdIds ?? []) : [];
}

/** Whether this person may act for a household as one of its guardians. An agent's rights are another matter. */
export function mayReachHousehold(actor: Actor, householdId: Id<"household">): boolean {
  return reachableHouseholds(actor).includes(householdId);
}

import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { writeJournal, type Writes } from "#platform";

/** Writes in the journal that an agent has read what a household earns, or a price that tells it. */
export function noteIncomeRead(
  writes: Writes,
  { actor, now, address }: Pick<SignedInVisit, "actor" | "now" | "address">,
  householdId: Id<"household">,
): Promise<void> {
  return writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "pricing.income-read",
    objectKind: "household",
    objectId: householdId,
    householdId,
    address,
  });
}

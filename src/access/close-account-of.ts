import { closeAccount, type SignedInVisit } from "#identity";
import { ok, type Id, type Result } from "#kernel";
import type { Writes } from "#platform";

/** Closes the account of a guardian, where he or she has one. Refuses one that is an agent's too. */
export async function closeAccountOf(
  writes: Writes,
  visit: Pick<SignedInVisit, "actor" | "now" | "address">,
  guardianId: Id<"guardian">,
): Promise<Result<null, { readonly code: "agent" }>> {
  const link = await writes.row<{ accountId: Id<"account"> }>(
    "access_account_of_guardian",
    `select account_id as "accountId" from account_guardian where guardian_id = $1`,
    [guardianId],
  );
  return link === undefined ? ok(null) : closeAccount(writes, visit, link.accountId);
}

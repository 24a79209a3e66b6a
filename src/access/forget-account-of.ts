import { forgetAccount } from "#identity";
import type { Id } from "#kernel";
import type { Writes } from "#platform";

/** Erases who the accounts of these guardians were of, and closes them; those of agents stay. */
export async function forgetAccountsOf(
  writes: Writes,
  guardianIds: readonly Id<"guardian">[],
  now: Temporal.Instant,
): Promise<void> {
  const links = await writes.rows<{ accountId: Id<"account"> }>(
    "access_accounts_of_guardians",
    `select account_id as "accountId" from account_guardian where guardian_id = any ($1::uuid[])`,
    [guardianIds],
  );
  for (const { accountId } of links) await forgetAccount(writes, accountId, now);
}

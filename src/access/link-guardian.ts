import { ok, refuse, type Id, type Result } from "#kernel";
import type { Writes } from "#platform";

/** An account belongs to one adult, and an adult has one account at most. */
export type LinkRefusal = { code: "account-has-guardian" } | { code: "guardian-has-account" };

/**
 * Ties an account to the guardian it belongs to: from then on it reaches the children of that guardian's
 * households. The same link made twice is accepted.
 */
export async function linkGuardian(
  writes: Writes,
  { accountId, guardianId }: { accountId: Id<"account">; guardianId: Id<"guardian"> },
): Promise<Result<null, LinkRefusal>> {
  await writes.run(
    "link_guardian",
    `insert into account_guardian (account_id, guardian_id) values ($1, $2) on conflict do nothing`,
    [accountId, guardianId],
  );
  const links = await writes.rows<{ account_id: string; guardian_id: string }>(
    "guardian_links",
    `select account_id, guardian_id from account_guardian where account_id = $1 or guardian_id = $2`,
    [accountId, guardianId],
  );
  if (links.some((link) => link.account_id === accountId && link.guardian_id !== guardianId)) {
    return refuse({ code: "account-has-guardian" });
  }
  if (links.some((link) => link.guardian_id === guardianId && link.account_id !== accountId)) {
    return refuse({ code: "guardian-has-account" });
  }
  return ok(null);
}

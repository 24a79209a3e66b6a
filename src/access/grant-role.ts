import { markAgent } from "#identity";
import type { Id } from "#kernel";
import type { Writes } from "#platform";

/**
 * Gives a role to an account, at one site or everywhere (`siteId: null`); giving it twice changes nothing.
 * From the first role on the account's sessions are those of an agent, shorter.
 */
export async function grantRole(
  writes: Writes,
  grant: { accountId: Id<"account">; role: string; siteId: Id<"site"> | null; now: Temporal.Instant },
): Promise<void> {
  await writes.run(
    "grant_role",
    `insert into agent_role (account_id, role, site_id) values ($1, $2, $3) on conflict do nothing`,
    [grant.accountId, grant.role, grant.siteId],
  );
  await markAgent(writes, grant.accountId, grant.now);
}

import type { RightScope } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { rightsOfRoles, type RoleAtSite } from "./rules/rights-of-roles.ts";

/** An agent to whom something is written, with what he or she may do as it is now. */
export interface KnownAgent {
  readonly accountId: Id<"account">;
  readonly name: string;
  readonly email: string;
  readonly rights: ReadonlyMap<string, RightScope>;
}

/**
 * Those of these accounts that are agents' and may sign in, in one statement.
 * @param accountIds null: every agent
 * @param rightsOf the rights of a role, as `app/` lists them
 */
export async function agentsAmong(
  reads: Reads,
  accountIds: readonly Id<"account">[] | null,
  rightsOf: (role: string) => readonly string[],
): Promise<readonly KnownAgent[]> {
  const rows = await reads.rows<Omit<KnownAgent, "rights"> & { roles: RoleAtSite[] }>(
    "agents_among",
    `select account.account_id as "accountId", account.display_name as name, account.email,
            jsonb_agg(jsonb_build_object('role', held.role, 'site', held.site_id)) as roles
     from identity_open_account account
     join agent_role held on held.account_id = account.account_id
     where $1::uuid[] is null or account.account_id = any ($1::uuid[])
     group by account.account_id, account.display_name, account.email
     order by account.email`,
    [accountIds],
  );
  return rows.map(({ roles, ...agent }) => ({ ...agent, rights: rightsOfRoles(roles, rightsOf) }));
}

import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { tokenHash } from "../secrets/token.ts";

/** An account as signing in needs it. */
export interface AccountToSignIn {
  id: Id<"account">;
  name: string;
  agent: boolean;
  /** Null while no password was chosen. */
  passwordHash: string | null;
}

/** What is known of who tries to sign in. */
export interface FoundAccount {
  /** Null for an unknown address and for a disabled account alike. */
  account: AccountToSignIn | null;
  /** The device's cookie is one that we gave. */
  deviceSeen: boolean;
  /** This very account signed in on it before. */
  deviceKnown: boolean;
}

/**
 * Finds the account of an address in lower case. One statement that gives one row whether the address is
 * known or not.
 */
export async function findAccountToSignIn(
  reads: Reads,
  email: string,
  deviceToken: string | null,
): Promise<FoundAccount> {
  const row = await reads.row<{
    id: Id<"account"> | null;
    display_name: string;
    agent: boolean;
    password_hash: string | null;
    device_seen: boolean;
    device_known: boolean;
  }>(
    "account_to_sign_in",
    `select account.id, account.display_name, account.agent, account.password_hash,
            exists (select from known_device where token_hash = $2) as device_seen,
            exists (select from known_device where token_hash = $2 and account_id = account.id) as device_known
     from (select $1::text as email) as asked
     left join account on lower(account.email) = asked.email and account.disabled_at is null`,
    [email, deviceToken === null ? null : tokenHash(deviceToken)],
  );
  if (row === undefined || row.id === null) {
    return { account: null, deviceSeen: row?.device_seen ?? false, deviceKnown: false };
  }
  return {
    account: { id: row.id, name: row.display_name, agent: row.agent, passwordHash: row.password_hash },
    deviceSeen: row.device_seen,
    deviceKnown: row.device_known,
  };
}

/**
 * Holds the account while a session opens: a password that is being changed is waited for, and a change that
 * comes after finds the session and ends it.
 * @returns whether the account is an agent's, or undefined when its password is no longer that one
 */
export async function holdAccount(
  writes: Writes,
  { id, passwordHash }: AccountToSignIn,
): Promise<{ agent: boolean } | undefined> {
  return writes.row<{ agent: boolean }>(
    "hold_account_to_sign_in",
    `select agent from account where id = $1 and password_hash = $2 and disabled_at is null for share`,
    [id, passwordHash],
  );
}

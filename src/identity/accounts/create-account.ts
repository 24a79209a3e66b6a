import { ok, refuse, type Id, type Result } from "#kernel";
import type { Writes } from "#platform";

import { signInEmail } from "./sign-in-email.ts";

/** Why an account was not created. */
export type AccountRefusal = { code: "bad-email" } | { code: "email-taken" };

/**
 * Creates an account. Without `passwordHash` (see `hashPassword`) nobody can sign in to it until a password is
 * chosen through a single-use link.
 * @param name « Claire Lefebvre », as the history will say who acted
 */
export async function createAccount(
  writes: Writes,
  account: { email: string; name: string; passwordHash: string | null; now: Temporal.Instant },
): Promise<Result<Id<"account">, AccountRefusal>> {
  const email = signInEmail(account.email);
  if (email === undefined) return refuse({ code: "bad-email" });
  const created = await writes.row<{ id: Id<"account"> }>(
    "create_account",
    `insert into account (email, display_name, password_hash, created_at) values ($1, $2, $3, $4)
     on conflict ((lower(email))) do nothing
     returning id`,
    [email, account.name, account.passwordHash, account.now.toString()],
  );
  return created === undefined ? refuse({ code: "email-taken" }) : ok(created.id);
}

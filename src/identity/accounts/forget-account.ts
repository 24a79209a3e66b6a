import type { Id } from "#kernel";
import type { Writes } from "#platform";

import { dropWaysIn } from "./close-account.ts";

/** Closes an account and erases whose it was: its row stays for what refers to it by id. An agent's is left as it is. */
export async function forgetAccount(
  writes: Writes,
  accountId: Id<"account">,
  now: Temporal.Instant,
): Promise<void> {
  const forgotten = await writes.run(
    "identity_forget_account",
    `update account
     set email = id::text || '@efface.invalid', display_name = 'Compte effacé', password_hash = null,
         disabled_at = coalesce(disabled_at, $2)
     where id = $1 and not agent`,
    [accountId, now.toString()],
  );
  if (forgotten > 0) await dropWaysIn(writes, accountId, now);
}

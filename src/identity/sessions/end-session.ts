import type { Id } from "#kernel";
import type { Writes } from "#platform";

import { tokenHash } from "../secrets/token.ts";

/** Ends the session of this token, whoever's it is; the account it belonged to, if it had not ended. */
export async function endSession(
  writes: Writes,
  token: string,
  now: Temporal.Instant,
): Promise<Id<"account"> | undefined> {
  const ended = await writes.row<{ account_id: Id<"account"> }>(
    "end_session",
    `update signed_in_session set revoked_at = $2
     where token_hash = $1 and revoked_at is null
     returning account_id`,
    [tokenHash(token), now.toString()],
  );
  return ended?.account_id;
}

/** Ends one session of this account, by the name its list shows; false when there is none such. */
export async function endSessionNamed(
  writes: Writes,
  { accountId, name, now }: { accountId: Id<"account">; name: string; now: Temporal.Instant },
): Promise<boolean> {
  const ended = await writes.run(
    "end_session_named",
    `update signed_in_session set revoked_at = $3
     where account_id = $1 and token_hash = $2 and revoked_at is null`,
    [accountId, Buffer.from(name, "base64url"), now.toString()],
  );
  return ended > 0;
}

/** Ends every session of this account; how many there were. */
export function endSessionsOf(
  writes: Writes,
  accountId: Id<"account">,
  now: Temporal.Instant,
): Promise<number> {
  return writes.run(
    "end_sessions_of",
    `update signed_in_session set revoked_at = $2 where account_id = $1 and revoked_at is null`,
    [accountId, now.toString()],
  );
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { tokenHash } from "../secrets/token.ts";

/** A device that is signed in. */
export interface LiveSession {
  /** How a form names it; it opens nothing. */
  name: string;
  device: string;
  signedInAt: Temporal.Instant;
  lastSeenAt: Temporal.Instant;
  /** The one that asks. */
  current: boolean;
}

/** The devices on which an account is signed in, the one that asks first, then the last used. */
export async function liveSessions(
  reads: Reads,
  { accountId, token, now }: { accountId: Id<"account">; token: string | null; now: Temporal.Instant },
): Promise<LiveSession[]> {
  const rows = await reads.rows<{
    token_hash: Buffer;
    device: string;
    created_at: Temporal.Instant;
    last_seen_at: Temporal.Instant;
    current: boolean;
  }>(
    "live_sessions",
    `select token_hash, device, created_at, last_seen_at, token_hash is not distinct from $2 as current
     from signed_in_session
     where account_id = $1 and revoked_at is null and expires_at > $3 and idle_until > $3
     order by current desc, last_seen_at desc`,
    [accountId, token === null ? null : tokenHash(token), now.toString()],
  );
  return rows.map((row) => ({
    name: row.token_hash.toString("base64url"),
    device: row.device,
    signedInAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    current: row.current,
  }));
}

import { randomBytes } from "node:crypto";

import { tokenHash } from "#identity";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

/** 128 bits, in base64url. */
const TOKEN_BYTES = 16;

/** Makes the address of a guardian's calendar, and ends the one before. The secret is returned once and not kept. */
export async function createFeed(
  writes: Writes,
  guardianId: Id<"guardian">,
  now: Temporal.Instant,
): Promise<string> {
  await revokeFeed(writes, guardianId, now);
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await writes.run(
    "create_calendar_feed",
    `insert into calendar_feed (token_hash, guardian_id, created_at) values ($1, $2, $3)`,
    [tokenHash(token), guardianId, now.toString()],
  );
  return token;
}

/** Ends the address of a guardian's calendar: from now on it leads nowhere. */
export async function revokeFeed(
  writes: Writes,
  guardianId: Id<"guardian">,
  now: Temporal.Instant,
): Promise<void> {
  await writes.run(
    "revoke_calendar_feed",
    `update calendar_feed set revoked_at = $2 where guardian_id = $1 and revoked_at is null`,
    [guardianId, now.toString()],
  );
}

/** Since when a guardian's calendar has an address; null where it has none. */
export async function feedSince(reads: Reads, guardianId: Id<"guardian">): Promise<Temporal.Instant | null> {
  const row = await reads.row<{ since: Temporal.Instant }>(
    "calendar_feed_since",
    `select created_at as since from calendar_feed where guardian_id = $1 and revoked_at is null
     order by created_at desc limit 1`,
    [guardianId],
  );
  return row?.since ?? null;
}

/** Whose calendar an address is; undefined for one that never was, or no longer is. */
export async function guardianOfFeed(reads: Reads, token: string): Promise<Id<"guardian"> | undefined> {
  const row = await reads.row<{ guardianId: Id<"guardian"> }>(
    "calendar_feed_guardian",
    `select guardian_id as "guardianId" from calendar_feed where token_hash = $1 and revoked_at is null`,
    [tokenHash(token)],
  );
  return row?.guardianId;
}

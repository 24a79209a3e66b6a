import type { SchemaDatabase } from "#platform";

import { isSeenAgain, SEEN_EVERY_MINUTES } from "../rules/session-limits.ts";
import { tokenHash } from "../secrets/token.ts";

/**
 * Writes that a session is in use, which moves the end of its idle time by as much; at most once every few
 * minutes, so that reading a page does not write. Called by access, which has just read `lastSeenAt`.
 */
export async function seeSession(
  database: SchemaDatabase,
  { token, lastSeenAt, now }: { token: string; lastSeenAt: Temporal.Instant; now: Temporal.Instant },
): Promise<void> {
  if (!isSeenAgain(lastSeenAt, now)) return;
  await database.writeOnce((writes) =>
    writes.run(
      "see_session",
      `update signed_in_session
       set last_seen_at = $2, idle_until = $2::timestamptz + (idle_until - last_seen_at)
       where token_hash = $1 and last_seen_at <= $2::timestamptz - make_interval(mins => $3)`,
      [tokenHash(token), now.toString(), SEEN_EVERY_MINUTES],
    ),
  );
}

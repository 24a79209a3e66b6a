import type { Id } from "#kernel";
import type { Writes } from "#platform";

import { endSessionsOf } from "../sessions/end-session.ts";

/**
 * Tells identity that an account now belongs to an agent: its sessions become shorter. Those opened before
 * end, so that new rights are never used from a session that was opened without them.
 */
export async function markAgent(
  writes: Writes,
  accountId: Id<"account">,
  now: Temporal.Instant,
): Promise<void> {
  const changed = await writes.run(
    "mark_agent",
    `update account set agent = true where id = $1 and not agent`,
    [accountId],
  );
  if (changed > 0) await endSessionsOf(writes, accountId, now);
}

import type { Id } from "#kernel";
import type { Writes } from "#platform";

import { deviceWords } from "../rules/device-words.ts";
import { sessionEnds, sessionLimits } from "../rules/session-limits.ts";
import { newToken, tokenHash } from "../secrets/token.ts";

/** A session just opened: the cookie's value, which is nowhere else, and how long the browser keeps it. */
export interface OpenedSession {
  token: string;
  maxAgeSeconds: number;
}

/**
 * Opens a signed-in session, always under a new token (nobody can have planted it).
 * @param device what the browser says it is
 */
export async function openSession(
  writes: Writes,
  session: { accountId: Id<"account">; agent: boolean; device: string; now: Temporal.Instant },
): Promise<OpenedSession> {
  const token = newToken();
  const limits = session.agent ? sessionLimits.agent : sessionLimits.family;
  const { idleUntil, expiresAt } = sessionEnds(limits, session.now);
  await writes.run(
    "open_session",
    `insert into signed_in_session
       (token_hash, account_id, created_at, last_seen_at, idle_until, expires_at, device)
     values ($1, $2, $3, $3, $4, $5, $6)`,
    [
      tokenHash(token),
      session.accountId,
      session.now.toString(),
      idleUntil.toString(),
      expiresAt.toString(),
      deviceWords(session.device),
    ],
  );
  return { token, maxAgeSeconds: limits.absoluteHours * 3600 };
}

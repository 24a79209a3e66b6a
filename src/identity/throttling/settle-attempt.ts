import type { Writes } from "#platform";

import type { Attempt } from "./begin-attempt.ts";

/**
 * Takes back what `beginAttempt` counted, in the caller's transaction.
 * @param outcome `succeeded`: what was counted for this person alone is forgotten, while the counts shared with
 *   others lose this attempt only, so that nobody gains by signing in to an account of his own between two
 *   guesses; `not-looked-at`: every count loses this attempt only
 */
export async function settleAttempt(
  writes: Writes,
  { counts, at }: Attempt,
  outcome: "succeeded" | "not-looked-at",
): Promise<void> {
  const keys = counts.map(({ key }) => key);
  const forgotten = counts
    .filter(({ kind }) => outcome === "succeeded" && (kind === "pair" || kind === "device"))
    .map(({ key }) => key);
  // In the order in which `beginAttempt` locks them, so that two never wait for each other.
  await writes.rows(
    "lock_sign_in_failures",
    `select 1 from sign_in_failure where key_hash = any ($1::bytea[]) order by key_hash for update`,
    [keys],
  );
  await writes.run(
    "forget_sign_in_failures",
    `delete from sign_in_failure
     where key_hash = any ($1::bytea[]) or key_hash = any ($2::bytea[]) and failures = 1`,
    [forgotten, keys],
  );
  await writes.run(
    "take_back_sign_in_failure",
    `update sign_in_failure set
       failures = failures - 1,
       blocked_until = case when last_failed_at = $2 then null else blocked_until end
     where key_hash = any ($1::bytea[]) and failures > 1`,
    [keys, at.toString()],
  );
}

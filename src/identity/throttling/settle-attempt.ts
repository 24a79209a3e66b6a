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
  await writes.run("settle_sign_in_attempt", SETTLE, [keys, forgotten, at.toString()]);
}

/**
 * $1: every count; $2: those to forget whole; $3: when the attempt was. Locked in the order in which `beginAttempt`
 * locks them, so that two never wait for each other.
 */
const SETTLE = `
  with locked as materialized (
    select key_hash, failures from sign_in_failure where key_hash = any ($1::bytea[]) order by key_hash for update
  ), forgotten as (
    delete from sign_in_failure known using locked
    where known.key_hash = locked.key_hash and (known.key_hash = any ($2::bytea[]) or locked.failures = 1)
  )
  update sign_in_failure known set
    failures = known.failures - 1,
    blocked_until = case when known.last_failed_at = $3::timestamptz then null else known.blocked_until end
  from locked
  where known.key_hash = locked.key_hash and known.key_hash <> all ($2::bytea[]) and locked.failures > 1`;

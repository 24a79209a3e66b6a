import type { Writes } from "#platform";

import type { NightJob } from "./background.ts";

/** Drops what signing in no longer needs: old counts and devices, sessions and links that ended long ago. */
export const identityNightJobs: readonly NightJob[] = [
  {
    name: "identity.forget-old",
    schedule: "40 2 * * *",
    run: ({ database, now }) => database.write((writes) => forgetOld(writes, now)),
  },
];

const RETENTION: readonly { name: string; sql: string; days: number }[] = [
  { name: "forget_failures", sql: `delete from sign_in_failure where last_failed_at < $1`, days: 2 },
  { name: "forget_old_devices", sql: `delete from known_device where last_signed_in_at < $1`, days: 400 },
  { name: "forget_sessions", sql: `delete from signed_in_session where expires_at < $1`, days: 30 },
  { name: "forget_links", sql: `delete from single_use_link where expires_at < $1`, days: 90 },
];

/** Deletes what is older than its retention, in days. */
async function forgetOld(writes: Writes, now: Temporal.Instant): Promise<void> {
  for (const { name, sql, days } of RETENTION) {
    await writes.run(name, sql, [now.subtract({ hours: days * 24 }).toString()]);
  }
}

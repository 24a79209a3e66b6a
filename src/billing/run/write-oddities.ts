import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { Oddity } from "./oddities.ts";

/** Writes what is odd in a batch, beside its charges; what is known, and was left out, stays as it is. */
export async function writeOddities(
  writes: Writes,
  run: Id<"run">,
  oddities: readonly Oddity[],
): Promise<void> {
  if (oddities.length === 0) return;
  await writes.run(
    "billing_oddities_write",
    `insert into billing_oddity (run_id, household_id, guardian_id, kind, source_key, facts)
     select $1, household_id, guardian_id, facts ->> 'kind', source_key, facts
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::jsonb[]) as o (household_id, guardian_id, source_key, facts)
     on conflict do nothing`,
    [
      run,
      oddities.map(({ payer }) => payer.householdId),
      oddities.map(({ payer }) => payer.guardianId),
      oddities.map(({ sourceKey }) => sourceKey),
      oddities.map(({ facts }) => JSON.stringify(facts)),
    ],
  );
}

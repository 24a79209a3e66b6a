import type { SignedInVisit } from "#identity";
import { writeJournal, type Reads, type Writes } from "#platform";

import type { PsuTables } from "../rules/psu/psu-tables.ts";
import { nationalPsu } from "./national-psu.ts";

/** A floor and a ceiling that the authority wrote itself, from a day on. */
export interface OwnLimit {
  readonly firstDay: Temporal.PlainDate;
  readonly floorCents: number;
  readonly ceilingCents: number;
  readonly aboveCeiling: boolean;
}

/** The authority's own limits, the newest first. */
export function ownLimits(reads: Reads): Promise<OwnLimit[]> {
  return reads.rows<OwnLimit>(
    "psu_own_limits",
    `select first_day as "firstDay", floor_cents as "floorCents", ceiling_cents as "ceilingCents",
            above_ceiling as "aboveCeiling"
     from psu_limit order by first_day desc`,
  );
}

/** The national scale with the authority's own floors and ceilings; from which day its rate goes on above the ceiling. */
export function psuTablesWith(own: readonly OwnLimit[]): PsuTables {
  const national = nationalPsu();
  const of = (cents: (limit: OwnLimit) => number) =>
    own.map((limit) => ({
      from: limit.firstDay,
      until: null,
      evidence: "A" as const,
      euros: (cents(limit) / 100).toFixed(2),
      goesOn: limit.aboveCeiling,
    }));
  return {
    ...national,
    floors: [...national.floors, ...of(({ floorCents }) => floorCents)],
    ceilings: [...national.ceilings, ...of(({ ceilingCents }) => ceilingCents)],
  };
}

/** Keeps a floor and a ceiling from their day on; written twice for one day, the last ones hold. */
export async function writeLimit(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  limit: OwnLimit,
): Promise<void> {
  const { firstDay, floorCents, ceilingCents, aboveCeiling } = limit;
  await database.write(async (writes) => {
    await keepLimit(writes, limit, { by: actor.name, now });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "pricing.psu-limit-written",
      facts: { firstDay: firstDay.toString(), floorCents, ceilingCents, aboveCeiling },
      address,
    });
  });
}

/** Writes one from its day on. The file and the agents' page both end here. */
export async function keepLimit(
  writes: Writes,
  { firstDay, floorCents, ceilingCents, aboveCeiling }: OwnLimit,
  { by, now }: { readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  await writes.run(
    "write_psu_limit",
    `insert into psu_limit (first_day, floor_cents, ceiling_cents, above_ceiling, by_label, at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (first_day) do update
     set floor_cents = excluded.floor_cents, ceiling_cents = excluded.ceiling_cents,
         above_ceiling = excluded.above_ceiling, by_label = excluded.by_label, at = excluded.at`,
    [firstDay.toString(), floorCents, ceilingCents, aboveCeiling, by, now.toString()],
  );
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { hasResources } from "../quotients/household-income.ts";
import { qfEntries, type QfEntry } from "../quotients/quotient-queries.ts";
import { countedDays } from "../rules/qf/counted-days.ts";
import type { PsuHousehold } from "../rules/psu/hourly-rate.ts";
import type { Care } from "../rules/psu/psu-tables.ts";
import { rateSegments, type KnownHousehold, type RateSegment } from "../rules/psu/rate-segments.ts";
import { ownLimits, psuTablesWith } from "./psu-limits.ts";

/** What a household is, day after day, for the national scale; « nothing » from the day after an expiry. */
export function knownHouseholds(entries: readonly QfEntry[]): readonly KnownHousehold[] {
  const told = entries.filter((entry) => entry.standing === "accepted" && hasResources(entry));
  return countedDays(told).flatMap(({ entry, until, followed }) => [
    { firstDay: entry.firstDay, household: psuHousehold(entry) },
    ...(until === null || followed ? [] : [{ firstDay: until.add({ days: 1 }), household: null }]),
  ]);
}

function psuHousehold(entry: QfEntry): PsuHousehold | null {
  const { resourcesCents, resourcesCase, dependentChildren, aeehChildren } = entry;
  const resources =
    resourcesCents !== null
      ? { cents: resourcesCents }
      : resourcesCase === null
        ? null
        : { unknown: resourcesCase };
  if (resources === null || dependentChildren === null) return null;
  return { resources, dependentChildren, aeehChildren: aeehChildren ?? 0 };
}

/** A span of care whose hourly rates are asked: a contract. */
export interface CareSpan {
  readonly id: string;
  readonly householdId: Id<"household">;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** The hourly rates of several contracts, by their ids; those of a household of which nothing is known are left out. */
export async function careRates(
  reads: Reads,
  spans: readonly CareSpan[],
  care: Care = "collective",
): Promise<ReadonlyMap<string, readonly RateSegment[]>> {
  if (spans.length === 0) return new Map();
  const entries = await qfEntries(reads, [...new Set(spans.map(({ householdId }) => householdId))]);
  const tables = psuTablesWith(await ownLimits(reads));
  const found = spans.flatMap(({ id, householdId, first, last }) => {
    const known = knownHouseholds(entries.filter((entry) => entry.householdId === householdId));
    if (known.length === 0 || Temporal.PlainDate.compare(last, first) < 0) return [];
    return [[id, rateSegments(tables, { first, last }, known, { care })] as const];
  });
  return new Map(found);
}

import type { FamilyReach } from "#identity";
import { parisDateTime } from "#kernel";
import type { Reads } from "#platform";
import type { AbsenceCost } from "#pricing";

import { estimatesFor } from "../estimates/estimate-places.ts";
import { lineFacts, lineKey } from "../planning/line-facts.ts";
import type { HeldToday } from "./absent-places.ts";

/** Days of an absence that follow each other, as bills count them: from Friday to Tuesday. */
const LONGEST_GAP_DAYS = 4;

/**
 * What each place costs that is kept while nobody comes, by `lineKey`; nothing of a place whose price is that of a week, a
 * season or a contract.
 * @param held all that the family holds: days of which the absence is announced already begin it
 */
export async function absenceCosts(
  reads: Reads,
  reach: FamilyReach,
  {
    held,
    kept,
    cause,
    now,
  }: {
    readonly held: readonly HeldToday[];
    readonly kept: readonly HeldToday[];
    readonly cause: "sick" | "other";
    readonly now: Temporal.Instant;
  },
): Promise<ReadonlyMap<string, AbsenceCost>> {
  const facts = await lineFacts(reads, reach, kept);
  const households = [...new Set([...facts.values()].map(({ householdId }) => householdId))];
  const estimate = households.length === 0 ? undefined : await estimatesFor(reads, households);
  if (estimate === undefined) return new Map();
  const absent = held.filter((place) => place.saidAt !== null || kept.includes(place));
  return new Map(
    kept.flatMap((place) => {
      const line = facts.get(lineKey(place));
      if (line?.unitRules.bookedBy !== "slot") return [];
      const { fromMinute, toMinute } = line.unitRules;
      const { from, to } = line.before?.hours ?? { from: fromMinute, to: toMinute };
      const cost = estimate.ifAbsent(
        { ...line, minutes: to - from, days: 1 },
        {
          reason: cause === "sick" ? "illness" : "other",
          since: parisDateTime(firstOf(place, absent).startsAt),
          toldAt: parisDateTime(now),
        },
      );
      return cost === undefined ? [] : [[lineKey(place), cost] as const];
    }),
  );
}

/** The first day of the absence that a place belongs to. */
function firstOf(place: HeldToday, absent: readonly HeldToday[]): HeldToday {
  let first = place;
  for (const other of absent.toReversed()) {
    if (other.participantId !== place.participantId) continue;
    const gap = other.date.until(first.date, { largestUnit: "days" }).days;
    const isBefore = Temporal.Instant.compare(other.startsAt, first.startsAt) < 0;
    if (isBefore && gap <= LONGEST_GAP_DAYS) first = other;
  }
  return first;
}

import type { FamilyReach } from "#identity";
import { parisDateTime } from "#kernel";
import type { Reads } from "#platform";
import { absencesOf, type Absence, type AbsenceCost, type NotedPlace } from "#pricing";

import { estimatesFor } from "../estimates/estimate-places.ts";
import { announcedReason, type AnnouncedCause } from "../rules/absence.ts";
import { lineFacts, lineKey } from "../planning/line-facts.ts";
import type { HeldToday } from "./absent-places.ts";
import { placesBefore, type PlaceBefore } from "./places-before.ts";

interface Kept {
  readonly held: readonly HeldToday[];
  readonly kept: readonly HeldToday[];
  readonly now: Temporal.Instant;
}

/**
 * What each place costs that is kept while nobody comes, by `lineKey`; of a place whose price is that of a week, a
 * season or a contract, that it is so.
 * @param held all that the family holds: days of which the absence is announced already begin it, as do those before today
 * @param cause what is said now of each; null where the absence of each is announced already
 */
export async function absenceCosts(
  reads: Reads,
  reach: FamilyReach,
  { held, kept, cause, now }: Kept & { readonly cause: AnnouncedCause | null },
): Promise<ReadonlyMap<string, AbsenceCost>> {
  const facts = await lineFacts(reads, reach, kept);
  const households = [...new Set([...facts.values()].map(({ householdId }) => householdId))];
  const estimate = households.length === 0 ? undefined : await estimatesFor(reads, households);
  if (estimate === undefined) return new Map();
  const participants = [...new Set(kept.map(({ participantId }) => participantId))];
  const before = await placesBefore(reads, reach, participants, now);
  const absences = absencesOfAll([...before, ...held], (place) =>
    cause === null || !kept.some((one) => one === place) ? undefined : { cause, at: now },
  );
  return new Map(
    kept.flatMap((place) => {
      const line = facts.get(lineKey(place));
      const absence = absences.get(place);
      if (line === undefined || absence === undefined) return [];
      if (line.unitRules.bookedBy !== "slot") return [[lineKey(place), OF_A_PACKAGE] as const];
      const { fromMinute, toMinute } = line.unitRules;
      const { from, to } = line.before?.hours ?? { from: fromMinute, to: toMinute };
      const cost = estimate.ifAbsent({ ...line, minutes: to - from, days: 1 }, absence);
      return cost === undefined ? [] : [[lineKey(place), cost] as const];
    }),
  );
}

const OF_A_PACKAGE: AbsenceCost = {
  unproven: null,
  proven: null,
  proofUntil: null,
  unknown: "package",
  rules: [],
};

/** The last day on which the proof of each announced absence is taken, by `lineKey`; nothing where it would change nothing. */
export async function proofDays(
  reads: Reads,
  reach: FamilyReach,
  { held, now }: Pick<Kept, "held" | "now">,
): Promise<ReadonlyMap<string, Temporal.PlainDate>> {
  const kept = held.filter(({ saidAt }) => saidAt !== null);
  if (kept.length === 0) return new Map();
  const costs = await absenceCosts(reads, reach, { held, kept, cause: null, now });
  return new Map(
    [...costs].flatMap(([key, { unproven, proven, proofUntil }]) =>
      proofUntil === null || unproven === proven ? [] : [[key, proofUntil] as const],
    ),
  );
}

/** The absence that each place belongs to, as bills count it: what is known already, and what is said now. */
function absencesOfAll(
  places: readonly PlaceBefore[],
  saidNow: (place: PlaceBefore) => { cause: AnnouncedCause; at: Temporal.Instant } | undefined,
): ReadonlyMap<PlaceBefore, Absence> {
  const found = new Map<PlaceBefore, Absence>();
  for (const own of Map.groupBy(places, ({ participantId }) => participantId).values()) {
    const absences = absencesOf(own.map((place) => notedOf(place, saidNow(place))));
    for (const [index, absence] of absences.entries()) {
      const place = own[index];
      if (place !== undefined && absence !== null) found.set(place, absence);
    }
  }
  return found;
}

/** A reason that the site noted, and a proof, are known above this folder: only what the family said counts here. */
function notedOf(
  { date, startsAt, saidAt, saidCause, noted }: PlaceBefore,
  now: { cause: AnnouncedCause; at: Temporal.Instant } | undefined,
): NotedPlace {
  const told = saidAt === null || saidCause === null ? now : { cause: saidCause, at: saidAt };
  const came = noted === "present";
  return {
    date,
    startsAt: parisDateTime(startsAt).toPlainTime(),
    state: came ? "present" : told === undefined ? null : "announced",
    reason: told === undefined || came ? null : announcedReason(told.cause),
    proofOn: null,
    toldAt: told === undefined || came ? null : parisDateTime(told.at),
  };
}

import type { FamilyReach } from "#identity";
import type { Reads } from "#platform";
import type { AbsenceCost } from "#pricing";
import type { z } from "zod";

import { absenceCosts, proofDays } from "../../../absences/absence-costs.ts";
import { heldToday, type HeldToday } from "../../../absences/absent-places.ts";
import { causeOf, type absenceForm } from "./absence-form.ts";

/** What an absence would do: the places that it is about, and what those cost that are kept, by `lineKey`. */
export interface ForeseenAbsence {
  readonly asked: readonly HeldToday[];
  readonly costs: ReadonlyMap<string, AbsenceCost>;
}

/** What the page lists, with the last day for the proof of what is announced. */
export async function heldBy(reads: Reads, reach: FamilyReach, now: Temporal.Instant) {
  const held = await heldToday(reads, reach, now);
  return { held, proofDays: await proofDays(reads, reach, { held, now }) };
}

/** What a form would do; undefined where none of its places is booked any more and not announced already. */
export async function foreseeAbsence(
  reads: Reads,
  reach: FamilyReach,
  { place: places, raison }: z.output<typeof absenceForm>,
  now: Temporal.Instant,
): Promise<ForeseenAbsence | undefined> {
  const held = await heldToday(reads, reach, now);
  const asked = held.filter(
    ({ participantId, slotId, saidAt }) =>
      saidAt === null &&
      places.some((place) => place.participantId === participantId && place.slotId === slotId),
  );
  if (asked.length === 0) return undefined;
  const kept = asked.filter(({ act }) => act === "say-absent");
  return {
    asked,
    costs: await absenceCosts(reads, reach, { held, kept, cause: causeOf(raison), now }),
  };
}

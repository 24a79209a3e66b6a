import type { FamilyReach } from "#identity";
import { parisDate, type Id } from "#kernel";
import type { Reads } from "#platform";

import { HABIT_DAYS, type FamilyPlace } from "../rules/habits.ts";
import { placeState } from "../rules/place-state.ts";
import { cellsOfHouseholds, inTimeOnly, planningCells } from "./planning-cells.ts";

/** How far ahead a family's places are looked at: beyond the longest holidays within a school year, two weeks. */
const DAYS_AHEAD = 27;

/** The places of a family from the weeks that its habits are read from to the coming ones, as they are at `now`. */
export async function familyPlaces(
  reads: Reads,
  reach: FamilyReach,
  now: Temporal.Instant,
): Promise<readonly FamilyPlace[]> {
  const { today, first, last } = spanOf(now);
  const cells = await planningCells(reads, reach, first, last);
  return cells.map((cell) => ({ ...cell, state: placeState(inTimeOnly(cell), cell.held, now, today) }));
}

/** The same for many households, each with its own; one statement. */
export async function placesOfHouseholds(
  reads: Reads,
  householdIds: readonly Id<"household">[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<Id<"household">, readonly FamilyPlace[]>> {
  const { today, first, last } = spanOf(now);
  const cells = await cellsOfHouseholds(reads, householdIds, first, last);
  return Map.groupBy(
    cells.map((cell) => ({ ...cell, state: placeState(inTimeOnly(cell), cell.held, now, today) })),
    ({ householdId }) => householdId,
  );
}

/**
 * What somebody of several households has of their places: of a child whom two of them enrol, one place a slot, the
 * one that is booked before the other.
 */
export function placesWithin(
  { householdIds, withheldIds }: FamilyReach,
  places: ReadonlyMap<Id<"household">, readonly FamilyPlace[]>,
): readonly FamilyPlace[] {
  const withheld = new Set(withheldIds);
  const own = householdIds
    .flatMap((id) => places.get(id) ?? [])
    .filter(({ participantId }) => !withheld.has(participantId));
  if (householdIds.length === 1) return own;
  const once = Map.groupBy(own, ({ slotId, participantId }) => `${slotId} ${participantId}`);
  return [...once.values()].flatMap(
    (same) => same.find(({ state }) => state.kind === "booked") ?? same[0] ?? [],
  );
}

function spanOf(now: Temporal.Instant) {
  const today = parisDate(now);
  return { today, first: today.subtract({ days: HABIT_DAYS }), last: today.add({ days: DAYS_AHEAD }) };
}

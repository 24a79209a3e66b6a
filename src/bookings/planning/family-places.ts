import type { FamilyReach } from "#identity";
import { parisDate } from "#kernel";
import type { Reads } from "#platform";

import { HABIT_DAYS, type FamilyPlace } from "../rules/habits.ts";
import { placeState } from "../rules/place-state.ts";
import { planningCells } from "./planning-cells.ts";

/** How far ahead a family's places are looked at: beyond the longest holidays within a school year, two weeks. */
const DAYS_AHEAD = 27;

/** The places of a family from the weeks that its habits are read from to the coming ones, as they are at `now`. */
export async function familyPlaces(
  reads: Reads,
  reach: FamilyReach,
  now: Temporal.Instant,
): Promise<readonly FamilyPlace[]> {
  const today = parisDate(now);
  const first = today.subtract({ days: HABIT_DAYS });
  const cells = await planningCells(reads, reach, first, today.add({ days: DAYS_AHEAD }));
  return cells.map((cell) => ({ ...cell, state: placeState(cell, cell.held, now, today) }));
}

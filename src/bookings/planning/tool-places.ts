import type { FamilyReach } from "#identity";
import { parisDate } from "#kernel";
import type { Reads } from "#platform";

import { placeState } from "../rules/place-state.ts";
import type { Place } from "../rules/proposal.ts";
import { planningCells } from "./planning-cells.ts";
import type { PlanningLine } from "./planning-lines.ts";

/** The places of a span of days as the tools look at them: what could be asked of each at `now`. */
export async function toolPlaces(
  reads: Reads,
  reach: FamilyReach,
  lines: readonly PlanningLine[],
  span: { first: Temporal.PlainDate; last: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<readonly Place[]> {
  const unitNames = new Map(lines.map((line) => [line.unitId, line.unitName]));
  const today = parisDate(now);
  const cells = await planningCells(reads, reach, span.first, span.last);
  return cells.map(({ participantId, slotId, unitId, held, ...slot }) => ({
    participantId,
    slotId,
    unitId,
    unitName: unitNames.get(unitId) ?? "",
    date: slot.date,
    state: placeState(slot, held, now, today),
  }));
}

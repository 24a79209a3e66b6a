import type { Id } from "#kernel";

import type { UnitOpenings } from "../rules/opening-on.ts";
import type { OfferedSeason, Opening, OpeningDate } from "./activity-offer.ts";

type OfUnits = Pick<OfferedSeason, "openings" | "dates">;

/** When one unit opens in a season. */
export function openingsOfUnit(
  { openings, dates }: OfUnits,
  unitId: Id<"unit">,
): { openings: readonly Opening[]; dates: readonly OpeningDate[] } {
  return {
    openings: openings.filter((opening) => opening.unitId === unitId),
    dates: dates.filter((date) => date.unitId === unitId),
  };
}

/** When each unit opens that opens at all in a season. */
export function openingsByUnit(season: OfUnits): readonly UnitOpenings[] {
  const units = new Set([...season.openings, ...season.dates].map(({ unitId }) => unitId));
  return [...units].map((unitId) => openingsOfUnit(season, unitId));
}

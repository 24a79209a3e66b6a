import type { RightScope } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { dayRooms, type DayRooms, type SlotRoom } from "../occupancy/day-occupancy.ts";
import { readPlaces } from "../occupancy/occupancy.ts";
import { unitsInScope } from "../occupancy/units-in-scope.ts";

/** How many are expected in one unit of a site on a day, and what is left as the occupancy page has it. */
export interface DayCount extends Pick<
  SlotRoom,
  "date" | "taken" | "offered" | "places" | "left" | "closedBecause"
> {
  siteId: Id<"site">;
  siteName: string;
  unitName: string;
}

/** Units one by one, and the days of their activities, whose places are counted once where they are shared. */
export interface ComingCounts {
  counts: readonly DayCount[];
  days: readonly (DayRooms & { siteId: Id<"site"> })[];
}

/** The counts of the days from `first` to `last`, both included, at the sites where the agent has the right. */
export async function comingCounts(
  reads: Reads,
  scope: RightScope,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<ComingCounts> {
  const units = await unitsInScope(reads, scope);
  const activityIds = [...new Set(units.map(({ activityId }) => activityId))];
  const rooms = dayRooms(await readPlaces(reads, { activityIds, first, last }));
  const unitOf = new Map(units.map((unit) => [unit.unitId, unit]));
  const siteOf = new Map(units.map(({ activityId, siteId }) => [activityId, siteId]));
  return {
    counts: rooms.flatMap(({ slots }) =>
      slots.flatMap((slot) => {
        const unit = unitOf.get(slot.unitId);
        if (unit === undefined) return [];
        const { siteId, siteName, unitName } = unit;
        const { date, taken, offered, places, left, closedBecause } = slot;
        return [{ siteId, siteName, unitName, date, taken, offered, places, left, closedBecause }];
      }),
    ),
    days: rooms.flatMap((day) => {
      const siteId = siteOf.get(day.activityId);
      return siteId === undefined ? [] : [{ ...day, siteId }];
    }),
  };
}

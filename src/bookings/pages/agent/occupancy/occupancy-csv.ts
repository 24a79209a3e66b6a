import type { DayOccupancy } from "../../../occupancy/day-occupancy.ts";
import type { ScopedUnit } from "../../../occupancy/units-in-scope.ts";
import { frenchCsv } from "#platform";
import { unitsById } from "./occupancy-page.tsx";
import { texts } from "./texts.fr.ts";

/** Slot by slot, for a spreadsheet: the adults are those of the whole activity on that day. */
export function occupancyCsv(days: readonly DayOccupancy[], all: readonly ScopedUnit[]): string {
  const units = unitsById(all);
  return frenchCsv(
    [
      texts.day,
      texts.site,
      texts.activity,
      texts.unit,
      texts.taken,
      texts.offered,
      texts.places,
      texts.left,
      texts.waiting,
      texts.staff,
      texts.closedDay,
    ],
    days.flatMap(({ slots, staff }) =>
      slots.map((slot) => {
        const unit = units.get(slot.unitId);
        return [
          slot.date.toString(),
          unit?.siteName ?? "",
          unit?.activityName ?? "",
          unit?.unitName ?? "",
          String(slot.taken),
          String(slot.offered),
          String(slot.places),
          String(slot.left),
          String(slot.waiting),
          staff === null ? "" : String(staff),
          slot.closedBecause ?? "",
        ];
      }),
    ),
  );
}

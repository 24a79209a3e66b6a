import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { minuteOf } from "../rules/attended-minutes.ts";
import type { SheetLine, SheetUnit } from "../day/day-sheet.ts";
import type { BesidesPlaces, ChargedBesides } from "./charged-besides.ts";
import type { OfferedSupplement } from "./offered-supplements.ts";

/** One thing besides a place, on the sheet: what, and its price where billing has one for that very day. */
export interface SheetBeside {
  readonly name: string;
  readonly charge: ChargedBesides | null;
}

/** What stands besides places on a sheet, by « slot participant ». */
export type SheetBesides = ReadonlyMap<string, readonly SheetBeside[]>;

/** Where the line of a sheet is found among what stands besides places. */
export const besideKey = ({ slotId, participantId }: Pick<SheetLine, "slotId" | "participantId">) =>
  `${slotId} ${participantId}`;

/**
 * The supplements and the penalties of a day's lines, with the prices of the next bill. Only those households are priced
 * for whom something was noted that may cost: a supplement, a place taken without a booking, a late departure.
 */
export async function sheetBesides(
  reads: Reads,
  prices: BesidesPlaces,
  {
    date,
    units,
    lines,
    offered,
  }: {
    date: Temporal.PlainDate;
    units: readonly SheetUnit[];
    lines: readonly SheetLine[];
    offered: ReadonlyMap<Id<"slot">, readonly OfferedSupplement[]>;
  },
): Promise<SheetBesides> {
  const rows = await reads.rows<Pick<SheetLine, "slotId" | "participantId"> & { code: string }>(
    "attendance_sheet_supplements",
    `select slot_id as "slotId", participant_id as "participantId", code
     from attendance_supplement where slot_id = any ($1::uuid[]) order by code`,
    [units.map(({ slotId }) => slotId)],
  );
  const taken = Map.groupBy(rows, besideKey);
  const mayCost = lines.filter(
    (line) =>
      taken.has(besideKey(line)) ||
      (!line.booked && line.state === "present") ||
      (line.leftAt !== null && line.hours !== null && minuteOf(line.leftAt) > line.hours.to),
  );
  const households = [...new Set(mayCost.map(({ householdId }) => householdId))];
  const charges = await prices.ofHouseholds(reads, date.toPlainYearMonth(), households);
  const unitOf = new Map(units.map(({ slotId, unitId }) => [slotId, unitId]));
  return new Map(
    mayCost.map((line) => {
      const own = charges.filter(
        (one) =>
          one.day.equals(date) &&
          one.participantId === line.participantId &&
          one.householdId === line.householdId &&
          one.unitId === unitOf.get(line.slotId),
      );
      const priced = own.map((charge) => ({ name: charge.name, charge }));
      // A supplement of a week that is paid whole is on the bill of its first day: here it has a name and no price.
      const named = offered.get(line.slotId) ?? [];
      const unpriced = (taken.get(besideKey(line)) ?? [])
        .map(({ code }) => named.find((one) => one.code === code)?.name ?? code)
        .filter((name) => !own.some((one) => one.name === name))
        .map((name) => ({ name, charge: null }));
      return [besideKey(line), [...priced, ...unpriced]] as const;
    }),
  );
}

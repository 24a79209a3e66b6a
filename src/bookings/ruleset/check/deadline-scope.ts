import type { DeadlineAct } from "../../rules/deadline-sentence.ts";
import type { BookingSections } from "../sections.ts";

/** One entry of the section « deadlines ». */
export type DeadlineEntry = NonNullable<BookingSections["deadlines"]>[number];

/** A unit in a season; an entry that names neither speaks of all of them. */
export interface UnitInSeason {
  readonly activity: string;
  readonly unit: string;
  readonly season: string;
}

/**
 * The entry that decides an act on the slots of a unit in a season, the most specific one: of the unit and the season,
 * of the unit, of the season, of the activity. Undefined where none speaks of it.
 */
export function decidingEntry(
  entries: readonly DeadlineEntry[],
  act: DeadlineAct,
  { activity, unit, season }: UnitInSeason,
): { readonly entry: DeadlineEntry; readonly index: number } | undefined {
  return entries
    .map((entry, index) => ({ entry, index }))
    .filter(
      ({ entry }) =>
        entry[act] !== undefined &&
        entry.activities.includes(activity) &&
        (entry.units === undefined || entry.units.includes(unit)) &&
        (entry.season === undefined || entry.season === season),
    )
    .toSorted((a, b) => precision(b.entry) - precision(a.entry))[0];
}

function precision({ units, season }: DeadlineEntry): number {
  return (units === undefined ? 0 : 2) + (season === undefined ? 0 : 1);
}

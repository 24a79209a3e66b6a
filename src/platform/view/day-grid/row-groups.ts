import type { DayGridCell, DayGridRow } from "./day-grid-types.ts";

/** Where a line stands among those of its person. */
export interface RowPlace {
  /** The only line of the person: name and label are written together. */
  alone: boolean;
  /** The first of several: it carries the name. */
  first: boolean;
  /** The first line of a person, after another person's. */
  opensGroup: boolean;
}

/** The place of every line; lines of one person follow each other. */
export function rowPlaces(rows: readonly DayGridRow[]): readonly RowPlace[] {
  const same = (a: DayGridRow | undefined, b: DayGridRow | undefined) =>
    a?.who.name === b?.who.name && a?.who.colour === b?.who.colour;
  return rows.map((row, index) => {
    const follows = index > 0 && same(rows[index - 1], row);
    const alone = !follows && !same(rows[index + 1], row);
    return { alone, first: !alone && !follows, opensGroup: index > 0 && !follows };
  });
}

/** On a card, the lines above which the name stands: the first of each person's that has something that day. */
export function namedLines(
  places: readonly RowPlace[],
  cells: readonly (DayGridCell | null)[],
): ReadonlySet<number> {
  const named = new Set<number>();
  let unnamed = false;
  for (const [index, place] of places.entries()) {
    if (place.alone || place.first) unnamed = place.first;
    if (!unnamed || (cells[index] ?? null) === null) continue;
    named.add(index);
    unnamed = false;
  }
  return named;
}

import { nameKey } from "../../rules/name-key.ts";
import type { FileChild } from "./people.ts";
import type { PlacedHousehold } from "./place-households.ts";
import type { Known, KnownChild } from "./snapshot.ts";
import type { Refusal } from "./refusal.ts";

/** Same names and another birth date, or same first name and birth date: in one household, the same child. */
function resembles(child: FileChild, other: KnownChild): boolean {
  if (nameKey(child.firstName) !== nameKey(other.firstName)) return false;
  return child.birthDate === other.birthDate || nameKey(child.lastName) === nameKey(other.lastName);
}

/**
 * Refuses a new child that is almost one its household already has and that the file no longer names: the
 * school corrected a name or a date, and taking the line would make a second child of the first.
 */
export function resemblingChildren(
  placed: readonly PlacedHousehold[],
  childByKey: ReadonlyMap<string, FileChild>,
  recognised: ReadonlyMap<string, KnownChild>,
  known: Known,
): { refused: Set<string>; refusals: Refusal[] } {
  const seen = new Set([...recognised.values()].map(({ id }) => id));
  const refused = new Set<string>();
  const refusals: Refusal[] = [];
  for (const { household, known: target } of placed) {
    const unnamed = [...(target?.children.keys() ?? [])].flatMap((id) =>
      seen.has(id) ? [] : (known.childById.get(id) ?? []),
    );
    if (unnamed.length === 0) continue;
    for (const key of household.children) {
      const child = childByKey.get(key);
      if (child === undefined || recognised.has(key) || refused.has(key)) continue;
      const other = unnamed.find((one) => resembles(child, one));
      if (other === undefined) continue;
      refused.add(key);
      refusals.push({
        file: "eleves",
        scope: "line",
        line: child.line,
        value: `${child.lastName} ${child.firstName}, ${child.birthDate}`,
        reason: {
          code: "known_child_resembles",
          known: `${other.lastName} ${other.firstName}, ${other.birthDate}`,
        },
      });
    }
  }
  return { refused, refusals };
}

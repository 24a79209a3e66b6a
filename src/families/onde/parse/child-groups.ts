import { nameKey } from "../../rules/name-key.ts";

/** Positions of the columns of one child on an adult's line. */
export interface ChildGroup {
  readonly usageName?: number;
  readonly lastName?: number;
  readonly firstName?: number;
  readonly className?: number;
}

const FIELDS: ReadonlyMap<string, keyof ChildGroup> = new Map([
  ["nomdusageenfant", "usageName"],
  ["nomusageenfant", "usageName"],
  ["nomdefamilleenfant", "lastName"],
  ["nomenfant", "lastName"],
  ["prenomenfant", "firstName"],
  ["classesenfants", "className"],
  ["classeenfant", "className"],
  ["classesenfant", "className"],
]);

/**
 * Finds the groups of columns that repeat under the same headings, one group a child. A group ends where a
 * heading comes back, so that their order and a missing usage name do not matter.
 */
export function childGroups(headings: readonly string[]): { groups: ChildGroup[]; taken: Set<number> } {
  const groups: Partial<Record<keyof ChildGroup, number>>[] = [];
  const taken = new Set<number>();
  headings.forEach((heading, position) => {
    const field = FIELDS.get(nameKey(heading));
    if (field === undefined) return;
    taken.add(position);
    const current = groups.at(-1);
    if (current === undefined || current[field] !== undefined) groups.push({ [field]: position });
    else current[field] = position;
  });
  return { groups, taken };
}

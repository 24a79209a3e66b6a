import { type FileChild, childKey } from "./people.ts";
import type { ChildLine } from "./lines.ts";
import type { Refusal } from "./refusal.ts";

/** Groups values by a key, in order of arrival. */
export function groupBy<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/**
 * Keeps the children that stand once in the file. Two lines with the same names and birth date are both
 * refused: one child typed twice or two homonyms, only the school knows.
 */
export function singleChildren(lines: readonly ChildLine[]): { children: FileChild[]; refusals: Refusal[] } {
  const children: FileChild[] = [];
  const refusals: Refusal[] = [];
  for (const [key, same] of groupBy(lines, childKey)) {
    const [only, other] = same;
    if (only === undefined) continue;
    if (other === undefined) {
      children.push({ ...only, key });
      continue;
    }
    const all = same.map(({ line }) => line).toSorted((a, b) => a - b);
    for (const { line, lastName, firstName } of same) {
      refusals.push({
        file: "eleves",
        scope: "line",
        line,
        value: `${lastName} ${firstName}`,
        reason: { code: "child_twice", lines: all.filter((other) => other !== line) },
      });
    }
  }
  return { children, refusals };
}

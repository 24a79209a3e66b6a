import { nameKey } from "../../rules/name-key.ts";
import type { OndeFile, Refusal } from "../rules/refusal.ts";

/** A column the import reads: the headings it goes by, as name keys, and whether a file can do without. */
export interface WantedColumn {
  readonly headings: readonly string[];
  /** Its usual heading, for the refusal that names it when missing. */
  readonly usual: string;
  readonly required: boolean;
}

/** Where the wanted columns stand. A column left out is absent. */
export interface Located<Field extends string> {
  readonly positions: ReadonlyMap<Field, number>;
  /** Headings as the file writes them, by position. */
  readonly headings: readonly string[];
  /** Headings nothing reads. */
  readonly unread: readonly string[];
  readonly refusals: readonly Refusal[];
}

/**
 * Finds columns by heading, whatever the order, accents, case, spaces and apostrophes (Onde writes
 * « ␣Cycle » with a space in front). Refuses the file when a required column is missing or when a wanted one
 * stands twice: which of the two is meant is not for the import to choose.
 * @param taken positions already read otherwise (the repeated child groups)
 */
export function locate<Field extends string>(
  file: OndeFile,
  headings: readonly string[],
  wanted: Readonly<Record<Field, WantedColumn>>,
  taken: ReadonlySet<number> = new Set(),
): Located<Field> {
  const positions = new Map<Field, number>();
  const refusals: Refusal[] = [];
  const keys = headings.map(nameKey);
  const read = new Set(taken);
  for (const field in wanted) {
    const column = wanted[field];
    const found = keys.flatMap((key, at) => (!taken.has(at) && column.headings.includes(key) ? [at] : []));
    const [at, second] = found;
    if (at !== undefined) positions.set(field, at);
    for (const position of found) read.add(position);
    if (at === undefined && column.required) {
      const reason = { code: "column_missing", found: headings.filter(Boolean) } as const;
      refusals.push({ file, scope: "file", line: 1, column: column.usual, reason });
    } else if (second !== undefined) {
      refusals.push({
        file,
        scope: "file",
        line: 1,
        column: headings[second] ?? column.usual,
        reason: { code: "column_twice" },
      });
    }
  }
  const unread = [...new Set(headings.filter((heading, at) => heading !== "" && !read.has(at)))];
  return { positions, headings, unread, refusals };
}

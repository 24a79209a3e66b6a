import { joinList } from "#kernel";

import type { Hours } from "../lines.ts";
import { hoursWords } from "./contract-words.ts";

/**
 * Where a day is full: « complet de 8 h 30 à 9 h et de 16 h à 17 h ». Parts that touch are told as one; none is known
 * where the whole day is.
 */
export function fullWords(wanted: Hours, full: readonly Hours[], held: Hours | null): string {
  const parts = full
    .map(({ from, to }) => ({ from: Math.max(from, wanted.from), to: Math.min(to, wanted.to) }))
    .filter(({ from, to }) => from < to && !(held !== null && held.from <= from && to <= held.to))
    .toSorted((a, b) => a.from - b.from);
  const joined: Hours[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && part.from <= last.to) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, part.to) };
    } else joined.push(part);
  }
  return joined.length === 0 ? "complet toute la journée" : `complet ${joinList(joined.map(hoursWords))}`;
}

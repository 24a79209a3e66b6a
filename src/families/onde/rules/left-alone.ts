import type { JoinedLine } from "./merge-guardians.ts";
import type { FileChild, FileGuardian } from "./people.ts";
import type { PlacedHousehold } from "./place-households.ts";
import { refuseLines } from "./recognise-guardians.ts";
import type { Refusal } from "./refusal.ts";
import type { KnownChild, KnownGuardian } from "./snapshot.ts";

/**
 * Refuses the new children whom no accepted adult has: without a household nobody could book for them. A
 * child the espace already holds goes on without.
 */
export function withoutGuardian(
  children: readonly FileChild[],
  recognised: ReadonlyMap<string, KnownChild>,
  placed: readonly PlacedHousehold[],
  joined: readonly JoinedLine[],
): { refused: Set<string>; refusals: Refusal[] } {
  const housed = new Set(placed.flatMap(({ household }) => household.children));
  const alone = children.filter(({ key }) => !housed.has(key) && !recognised.has(key));
  const lines = new Map<string, number[]>(alone.map(({ key }) => [key, []]));
  for (const { line, children: keys } of joined) for (const key of keys) lines.get(key)?.push(line.line);
  const refusals = alone.map(({ key, line, lastName, firstName }): Refusal => ({
    file: "eleves",
    scope: "line",
    line,
    value: `${lastName} ${firstName}`,
    reason: { code: "child_without_guardian", lines: (lines.get(key) ?? []).toSorted((a, b) => a - b) },
  }));
  return { refused: new Set(alone.map(({ key }) => key)), refusals };
}

/** Refuses the new adults all of whose children were refused meanwhile. */
export function withoutChild(
  guardians: readonly FileGuardian[],
  recognised: ReadonlyMap<string, KnownGuardian>,
  kept: ReadonlyMap<string, FileChild>,
  all: readonly FileChild[],
): { refused: Set<string>; refusals: Refusal[] } {
  const alone = guardians.filter(
    ({ key, children }) => !recognised.has(key) && children.every((child) => !kept.has(child)),
  );
  const lineOf = new Map(all.map(({ key, line }) => [key, line]));
  const refusals = alone.flatMap((guardian) =>
    refuseLines(guardian, {
      code: "child_line_refused",
      lines: guardian.children.flatMap((child) => lineOf.get(child) ?? []).toSorted((a, b) => a - b),
    }),
  );
  return { refused: new Set(alone.map(({ key }) => key)), refusals };
}

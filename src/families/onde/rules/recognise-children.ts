import type { FileChild } from "./people.ts";
import type { Known, KnownChild } from "./snapshot.ts";
import { groupBy } from "./single-children.ts";
import type { Refusal } from "./refusal.ts";

/** Children of the files, each with the one the espace already holds, if any. */
export interface RecognisedChildren {
  readonly children: readonly FileChild[];
  /** Keys of the children that are refused. */
  readonly refused: ReadonlySet<string>;
  readonly knownByKey: ReadonlyMap<string, KnownChild>;
  readonly refusals: readonly Refusal[];
}

/**
 * Recognises the children that the espace already holds, by the key of an earlier import or by names and
 * birth date. Several known children for one line, or one known child for several lines, is a refusal.
 */
export function recogniseChildren(children: readonly FileChild[], known: Known): RecognisedChildren {
  const found = new Map<FileChild, readonly KnownChild[]>();
  for (const child of children) {
    const same = new Set([
      ...(known.childrenByExternalKey.get(child.key) ?? []),
      ...(known.childrenByIdentity.get(child.key) ?? []),
    ]);
    found.set(child, [...same]);
  }
  const claims = groupBy(
    [...found].flatMap(([child, same]) => same.map((one) => ({ child, one }))),
    ({ one }) => one.id,
  );
  const refusals: Refusal[] = [];
  const refused = new Set<string>();
  const knownByKey = new Map<string, KnownChild>();
  for (const [child, same] of found) {
    const [only] = same;
    if (only === undefined) continue;
    if (same.length === 1 && claims.get(only.id)?.length === 1) {
      knownByKey.set(child.key, only);
      continue;
    }
    refused.add(child.key);
    refusals.push({
      file: "eleves",
      scope: "line",
      line: child.line,
      value: `${child.lastName} ${child.firstName}`,
      reason: { code: "known_child_ambiguous", candidates: same.length },
    });
  }
  return { children: children.filter(({ key }) => !refused.has(key)), refused, knownByKey, refusals };
}

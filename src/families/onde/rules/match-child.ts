import { nameKey } from "../../rules/name-key.ts";
import { classKeysOf, isClass } from "./class-keys.ts";
import { type FileChild } from "./people.ts";
import { groupBy } from "./single-children.ts";
import type { ChildMention, UnusableChildLine } from "./lines.ts";
import type { RefusalReason } from "./refusal.ts";

/** Finds the child that an adult's line names: its key, or why none is taken. */
export type ChildFinder = (
  mention: ChildMention,
) => { readonly key: string } | { readonly reason: RefusalReason };

interface Candidate {
  readonly child: UnusableChildLine;
  /** Absent for a child whose line is refused: it may be meant, it cannot be taken. */
  readonly key: string | undefined;
  readonly names: Names;
  readonly classes: readonly string[];
}

interface Names {
  readonly first: string;
  readonly last: string;
  readonly usage: string;
}

const namesOf = (person: Omit<ChildMention, "column" | "className">): Names => ({
  first: nameKey(person.firstName),
  last: nameKey(person.lastName),
  usage: nameKey(person.usageName),
});

/** Family names decide; the usage name too where both lines give one, and alone where a family name lacks. */
function sameNames(mention: Names, child: Names): boolean {
  if (mention.last === "" || child.last === "") return mention.usage !== "" && mention.usage === child.usage;
  const usages = mention.usage === "" || child.usage === "" || mention.usage === child.usage;
  return mention.last === child.last && usages;
}

const candidate = (child: UnusableChildLine, key: string | undefined): Candidate => ({
  child,
  key,
  names: namesOf(child),
  classes: classKeysOf(child),
});

const numbers = (candidates: readonly Candidate[]): number[] =>
  candidates.map(({ child }) => child.line).toSorted((a, b) => a - b);

/**
 * Prepares the search of children by normalised names and class. Several candidates are a refusal, never a
 * choice; the lines refused elsewhere are candidates too, for the adult may mean one of them.
 */
export function childFinder(
  children: readonly FileChild[],
  refused: readonly UnusableChildLine[],
): ChildFinder {
  const all = [
    ...children.map((child) => candidate(child, child.key)),
    ...refused.map((child) => candidate(child, undefined)),
  ];
  // A child is looked for under its family name and under its usage name.
  const places = all.flatMap((one) =>
    [...new Set([one.names.last, one.names.usage])].map((name) => ({
      one,
      place: `${one.names.first}/${name}`,
    })),
  );
  const shelves = groupBy(places, ({ place }) => place);
  const shelf = (first: string, name: string): Candidate[] =>
    (shelves.get(`${first}/${name}`) ?? []).map(({ one }) => one);
  return (mention) => {
    const wanted = namesOf(mention);
    const usage = wanted.usage === "" ? [] : shelf(wanted.first, wanted.usage);
    // One child may stand on both shelves.
    const near = new Set([...shelf(wanted.first, wanted.last || wanted.usage), ...usage]);
    const named = [...near].filter(({ names }) => sameNames(wanted, names));
    const found = named.filter(({ classes }) => isClass(mention.className, classes));
    const [only, other] = found;
    if (other !== undefined) return { reason: { code: "child_ambiguous", lines: numbers(found) } };
    if (only?.key !== undefined) return { key: only.key };
    if (only !== undefined) return { reason: { code: "child_line_refused", lines: numbers(found) } };
    if (named.length === 0) return { reason: { code: "child_not_found" } };
    const classes = [...new Set(named.map(({ child }) => child.className))].toSorted();
    return { reason: { code: "child_class_differs", lines: numbers(named), classes } };
  };
}

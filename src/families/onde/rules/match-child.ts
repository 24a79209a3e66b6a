import { nameKey } from "../../rules/name-key.ts";
import { sameClass } from "./class-keys.ts";
import { type FileChild } from "./people.ts";
import { groupBy } from "./single-children.ts";
import type { ChildMention, UnusableChildLine } from "./lines.ts";
import type { RefusalReason } from "./refusal.ts";

/** Finds the child that an adult's line names: its key, or why none is taken. */
export type ChildFinder = (
  mention: ChildMention,
) => { readonly key: string } | { readonly reason: RefusalReason };

interface Candidate extends UnusableChildLine {
  /** Absent for a child whose line is refused: it may be meant, it cannot be taken. */
  readonly key?: string;
}

/** Family names decide; the usage name too where both lines give one, and alone where a family name lacks. */
function sameNames(mention: ChildMention, child: UnusableChildLine): boolean {
  const [last, usage] = [nameKey(mention.lastName), nameKey(mention.usageName)];
  const [childLast, childUsage] = [nameKey(child.lastName), nameKey(child.usageName)];
  if (last === "" || childLast === "") return usage !== "" && usage === childUsage;
  return last === childLast && (usage === "" || childUsage === "" || usage === childUsage);
}

const numbers = (candidates: readonly Candidate[]): number[] =>
  candidates.map(({ line }) => line).toSorted((a, b) => a - b);

/**
 * Prepares the search of children by normalised names and class. Several candidates are a refusal, never a
 * choice; the lines refused elsewhere are candidates too, for the adult may mean one of them.
 */
export function childFinder(
  children: readonly FileChild[],
  refused: readonly UnusableChildLine[],
): ChildFinder {
  const byFirstName = groupBy<Candidate>(
    [...children, ...refused],
    ({ firstName, lastName, usageName }) =>
      nameKey(firstName) + "/" + (nameKey(lastName) || nameKey(usageName)),
  );
  const byUsageName = groupBy<Candidate>(
    [...children, ...refused].filter(({ usageName }) => nameKey(usageName) !== ""),
    ({ firstName, usageName }) => nameKey(firstName) + "/" + nameKey(usageName),
  );
  return (mention) => {
    const first = nameKey(mention.firstName);
    const near = new Set([
      ...(byFirstName.get(`${first}/${nameKey(mention.lastName)}`) ?? []),
      ...(byUsageName.get(`${first}/${nameKey(mention.usageName)}`) ?? []),
    ]);
    const named = [...near].filter((child) => sameNames(mention, child));
    const found = named.filter((child) => sameClass(mention.className, child));
    const [only, other] = found;
    if (other !== undefined) return { reason: { code: "child_ambiguous", lines: numbers(found) } };
    if (only?.key !== undefined) return { key: only.key };
    if (only !== undefined) return { reason: { code: "child_line_refused", lines: numbers(found) } };
    if (named.length === 0) return { reason: { code: "child_not_found" } };
    const classes = [...new Set(named.map(({ className }) => className))].toSorted();
    return { reason: { code: "child_class_differs", lines: numbers(named), classes } };
  };
}

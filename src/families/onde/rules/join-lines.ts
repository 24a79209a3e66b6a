import { addressKey } from "./address-key.ts";
import { childFinder } from "./match-child.ts";
import type { GuardianLine, UnusableChildLine } from "./lines.ts";
import type { JoinedLine } from "./merge-guardians.ts";
import type { FileChild } from "./people.ts";
import type { Refusal } from "./refusal.ts";

/**
 * Joins adults' lines to the children of the file. An ambiguous child refuses the whole line, which is then
 * about nobody certain; a child that is not found or whose own line is refused is left out alone, and the
 * line goes on with the other children, if any.
 * @returns `givenUp`: the lines refused for one ambiguous child, with the others that they name
 */
export function joinLines(
  lines: readonly GuardianLine[],
  children: readonly FileChild[],
  refusedChildren: readonly UnusableChildLine[],
): { joined: JoinedLine[]; givenUp: JoinedLine[]; refusals: Refusal[] } {
  const find = childFinder(children, refusedChildren);
  const joined: JoinedLine[] = [];
  const givenUp: JoinedLine[] = [];
  const refusals: Refusal[] = [];
  for (const line of lines) {
    const keys = new Set<string>();
    let ambiguous = false;
    for (const mention of line.children) {
      const found = find(mention);
      if ("key" in found) {
        keys.add(found.key);
        continue;
      }
      ambiguous ||= found.reason.code === "child_ambiguous";
      refusals.push({
        file: "responsables",
        scope: found.reason.code === "child_ambiguous" ? "line" : "child",
        line: line.line,
        column: mention.column,
        value: [mention.lastName || mention.usageName, mention.firstName, mention.className]
          .filter(Boolean)
          .join(", "),
        reason: found.reason,
      });
    }
    if (keys.size > 0)
      (ambiguous ? givenUp : joined).push({
        line,
        place: addressKey(line.address),
        children: [...keys].toSorted(),
      });
  }
  return { joined, givenUp, refusals };
}

import { everyoneOf } from "#identity";
import { formatDay, type Id } from "#kernel";
import type { Reads } from "#platform";

import { lineFacts, lineKey, type LineFactsRow } from "../planning/line-facts.ts";
import { withCompanions } from "../rules/companions.ts";
import type { Line } from "../rules/lines.ts";

/** A place of a household that something happened to. */
type Happened = Pick<Line, "participantId" | "slotId"> & { readonly householdId: Id<"household"> };

/** A line with what it is about. Its household is the one that it happened to. */
export type ToldLine<T extends Happened> = LineFactsRow & T;

/** Joins lines with what they are about, in the order of the children's names and of the days. */
export async function toldLines<T extends Happened>(
  reads: Reads,
  lines: readonly T[],
): Promise<readonly ToldLine<T>[]> {
  const facts = await lineFacts(reads, everyoneOf(householdsOf(lines)), lines);
  return lines
    .flatMap((line) => {
      const about = facts.get(lineKey(line));
      return about === undefined ? [] : [{ ...about, ...line }];
    })
    .toSorted(
      (a, b) => a.firstName.localeCompare(b.firstName, "fr") || Temporal.PlainDate.compare(a.date, b.date),
    );
}

/** The households of these lines, each once. */
export function householdsOf(lines: readonly Pick<Happened, "householdId">[]): readonly Id<"household">[] {
  return [...new Set(lines.map((line) => line.householdId))];
}

/** « jeudi 12 novembre, repas », under the child's name. */
export function dayWords(
  line: Pick<LineFactsRow, "date" | "unitName"> & { readonly companions?: number | null | undefined },
): string {
  const { date, unitName, companions } = line;
  return withCompanions(`${formatDay(date)}, ${unitName.toLocaleLowerCase("fr-FR")}`, companions);
}

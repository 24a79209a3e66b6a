import { countOf, formatDateRange, type Id } from "#kernel";

import { dayWords, lowerFirst, type LineFacts } from "./line-words.ts";
import { mondayOf } from "./proposal.ts";

/** What tells which lines are one package. */
export interface WholeFacts extends LineFacts {
  readonly participantId: Id<"participant">;
  readonly activityId: Id<"activity">;
  readonly unitCode: string;
  /** « Trimestre 2 » */
  readonly seasonName: string;
  readonly unitRules: { readonly bookedBy: "slot" | "week" | "season" };
}

/**
 * Lines as they are told: the days of a package with the same end are one, every other line stands alone. In the order of
 * their first days.
 * @param endOf what became of a line, or what it asks: days that end otherwise are told apart
 */
export function told<T extends WholeFacts>(
  lines: readonly T[],
  endOf: (line: T) => string,
): readonly (readonly [T, ...T[]])[] {
  const groups = Map.groupBy(lines, (line, index) => `${partyOf(line, index)} ${endOf(line)}`);
  return [...groups.values()].flatMap((group) => {
    const [first, ...more] = group.toSorted((a, b) => Temporal.PlainDate.compare(a.date, b.date));
    return first === undefined ? [] : [[first, ...more] as const];
  });
}

function partyOf(line: WholeFacts, index: number): string {
  const { participantId, activityId, unitCode, date, seasonName, unitRules } = line;
  const unit = `${participantId} ${activityId} ${unitCode}`;
  switch (unitRules.bookedBy) {
    case "slot":
      return `${index}`;
    case "week":
      return `${unit} ${mondayOf(date).toString()}`;
    case "season":
      return `${unit} ${seasonName}`;
  }
}

/**
 * What is told once, where the name is said already: « semaine du lundi 22 au vendredi 26 février », « violon, trimestre 2
 * (10 dates) »; a day alone as every other: « jeudi 12 novembre, repas ».
 */
export function wholeWords([first, ...more]: readonly [WholeFacts, ...WholeFacts[]]): string {
  const last = more.at(-1);
  if (last === undefined) return dayWords(first);
  const unit = lowerFirst(first.unitName);
  return first.unitRules.bookedBy === "week"
    ? `${unit} ${formatDateRange(first.date, last.date)}`
    : `${unit}, ${lowerFirst(first.seasonName)} (${countOf(more.length + 1, "date")})`;
}

import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import { weeksOfSpan } from "../../../rules/planning-span.ts";
import { mondayOf } from "../../../rules/proposal.ts";
import type { Typed } from "./typed.ts";

/** The tools above the planning. */
export type Tool = "repeat" | "copy" | "lastYear" | "clear";

/** Somebody of the family, to choose from. */
export interface Person {
  id: string;
  name: string;
}

/** What the form of a tool offers and proposes. */
export interface FormFacts {
  people: readonly Person[];
  weeks: readonly Temporal.PlainDate[];
  /** The week that is proposed: the first of the planning that is not over. */
  week: string | undefined;
  /** Today, and the last day that is offered to the family. */
  first: string;
  last: string | undefined;
  /** A form that came back. */
  typed?: Typed | undefined;
}

/** The people and the weeks of a planning, for its tools. */
export function formFacts(planning: FamilyPlanning, today: Temporal.PlainDate): FormFacts {
  const weeks = weeksOfSpan(planning.span).flatMap(([day]) => (day === undefined ? [] : mondayOf(day)));
  const current = weeks.find((monday) => Temporal.PlainDate.compare(monday.add({ days: 6 }), today) >= 0);
  return {
    people: peopleOf(planning),
    weeks,
    week: (current ?? weeks[0])?.toString(),
    first: today.toString(),
    last: planning.reach?.last.toString(),
  };
}

function peopleOf({ lines }: FamilyPlanning): readonly Person[] {
  return [...new Map(lines.map((line) => [line.participantId, line.firstName]))].map(([id, name]) => ({
    id,
    name,
  }));
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { OddityFacts } from "./oddities.ts";
import { odditiesOfKind, type FoundOddity } from "./read-oddities.ts";

/** More lines than a form of one unit shows. */
export const MOST_LINES = 300;

/** A line of a draft to which an agent may give a price: it has none, or the one that an agent gave. */
export interface PriceQuestion extends FoundOddity {
  readonly facts: Extract<OddityFacts, { kind: "unpriced" | "given" }>;
}

/**
 * The lines of a run for the same service and unit as one of them, that one first, then those without a price: an agent
 * gives a price to them at once. None where that line is in the run no more.
 */
export async function priceQuestions(
  reads: Reads,
  run: Id<"run">,
  asked: Id<"oddity">,
): Promise<readonly PriceQuestion[]> {
  const all: PriceQuestion[] = [];
  for (const kind of ["unpriced", "given"] as const)
    for (const found of await odditiesOfKind(reads, run, kind, MOST_LINES)) {
      const { facts } = found;
      if (facts.kind === "unpriced" || facts.kind === "given") all.push({ ...found, facts });
    }
  const first = all.find(({ id }) => id === asked);
  if (first === undefined) return [];
  const { activity, unit } = first.facts;
  const others = all.filter(
    ({ id, facts }) =>
      id !== asked && unit !== undefined && facts.activity === activity && facts.unit === unit,
  );
  return [first, ...others];
}

/** Whether two lines have no price for the very same cause. */
export const sameCause = (a: PriceQuestion, b: PriceQuestion): boolean =>
  JSON.stringify(a.facts.hole) === JSON.stringify(b.facts.hole);

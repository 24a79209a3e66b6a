import type { ResourcesCase } from "../qf/income.ts";

/** Where a child is looked after: together (nursery, micro-nursery), or at a childminder's. */
export type Care = "collective" | "family";

/** C: read in a source. G: to be confirmed. A: the authority's own. */
export type Evidence = "C" | "G" | "A";

/** The days for which a figure holds, both included. */
export interface Dated {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | null;
  readonly evidence: Evidence;
}

/** Part of the month's resources that an hour costs, by number of children. */
export interface EffortRates extends Dated {
  readonly care: Care;
  readonly children: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly percent: string;
  }[];
}

/** Resources below the floor, or above the ceiling, count as it. */
export interface Limit extends Dated {
  readonly euros: string;
  /** Of a ceiling: the authority's rate goes on above it. */
  readonly goesOn?: boolean;
}

/** The national scale. What is not known is not there. */
export interface PsuTables {
  readonly rates: readonly EffortRates[];
  readonly floors: readonly Limit[];
  readonly ceilings: readonly Limit[];
  /** What unknown resources count as, by case. */
  readonly cases: Readonly<Record<ResourcesCase, "floor" | "ceiling">>;
}

/** The figure that holds on a day: of several, the one that began last. */
export function onDay<One extends Dated>(all: readonly One[], day: Temporal.PlainDate): One | undefined {
  const { compare } = Temporal.PlainDate;
  return all
    .filter(({ from, until }) => compare(from, day) <= 0 && (until === null || compare(day, until) <= 0))
    .toSorted((a, b) => compare(a.from, b.from))
    .at(-1);
}

import type { Hours } from "./lines.ts";

interface DatedLine {
  readonly date: Temporal.PlainDate;
  readonly hours?: Hours | null | undefined;
  readonly unitRules: { readonly fromMinute: number };
}

/** Lines by day, then by the hour at which they start: morning care before evening care. For `toSorted`. */
export function inDayOrder(a: DatedLine, b: DatedLine): number {
  return Temporal.PlainDate.compare(a.date, b.date) || startOf(a) - startOf(b);
}

const startOf = ({ hours, unitRules }: DatedLine) => hours?.from ?? unitRules.fromMinute;

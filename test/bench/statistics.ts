/** The value below which a share of the values lies: 0.5 is the median. Refuses an empty list. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new RangeError("No value");
  return found;
}

/** The middle value. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Percentiles of times in ms, for the facts of a figure. */
export function spread(values: readonly number[]) {
  const at = (share: number) => Number(quantile(values, share).toFixed(2));
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95), max: at(1), count: values.length };
}

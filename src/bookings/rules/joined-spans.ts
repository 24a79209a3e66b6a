import type { Span } from "./presence-curve.ts";

/** Parts of a day in order, those that touch or overlap as one: 8:00–8:30 and 8:30–9:00 are 8:00–9:00. */
export function joinedSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

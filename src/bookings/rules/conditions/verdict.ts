import type { Span } from "./span.ts";

/** On which days of the season a condition holds, and where that is not the whole season, why. */
export interface Verdict<Why> {
  readonly days: readonly Span[];
  readonly unmet: readonly Why[];
}

/** What holds on every day of the season, or on none for this reason. */
export function allOrNothing<Why>(season: Span, holds: boolean, why: Why): Verdict<Why> {
  return holds ? { days: [season], unmet: [] } : { days: [], unmet: [why] };
}

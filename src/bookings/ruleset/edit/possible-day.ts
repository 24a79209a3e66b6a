import { parisDate } from "#kernel";

/** How far ahead a change may be prepared. */
const MOST_YEARS = 5;

/** Why a change cannot hold from that day: past slots keep what they had, and nobody plans that far. */
export type DayRefusal = { code: "past"; today: Temporal.PlainDate } | { code: "too-far"; years: number };

/** Whether a change of the rule set may hold from that day on; undefined where it may. */
export function dayRefusal(from: Temporal.PlainDate, now: Temporal.Instant): DayRefusal | undefined {
  const today = parisDate(now);
  if (Temporal.PlainDate.compare(from, today) < 0) return { code: "past", today };
  const last = today.add({ years: MOST_YEARS });
  return Temporal.PlainDate.compare(from, last) > 0 ? { code: "too-far", years: MOST_YEARS } : undefined;
}

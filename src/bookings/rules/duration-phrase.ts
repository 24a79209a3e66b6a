import { countOf } from "#kernel";

/** The units in which people say a time to act, the longest first. */
const UNITS = [
  { minutes: 1440, one: "jour" },
  { minutes: 60, one: "heure" },
  { minutes: 1, one: "minute" },
] as const;

/** « 1 jour », « 36 heures », « 90 minutes »: the longest unit that says it whole. */
export function durationPhrase(minutes: number): string {
  const { count, unit } = wholeUnits(minutes);
  return countOf(count, UNITS.find((known) => known.minutes === unit)?.one ?? "minute");
}

/** So many minutes as a count of the longest unit that divides them: 2880 is 2 × 1440. */
export function wholeUnits(minutes: number): { count: number; unit: number } {
  const unit = UNITS.find((known) => minutes % known.minutes === 0)?.minutes ?? 1;
  return { count: minutes / unit, unit };
}

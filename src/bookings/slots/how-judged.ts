import type { ActivityOffer } from "#activities";

/** What is judged together with a slot: the slot alone, a participant's week, a participant's season. */
export type JudgedBy = "slot" | "week" | "season";

/**
 * How the slots of an activity are judged: alone where only their own places decide; by the week where it has shared
 * places, packages, minimums or relations; by the season where one of its units is booked by the season.
 */
export function howJudged({ units, seasons }: Pick<ActivityOffer, "units" | "seasons">): JudgedBy {
  if (units.some((unit) => unit.bookedBy === "season")) return "season";
  const ruled = units.some(
    (unit) =>
      unit.bookedBy === "week" ||
      unit.leastDaysAWeek !== null ||
      unit.excludes.length > 0 ||
      unit.needs.length > 0,
  );
  return ruled || seasons.some((season) => season.capacities.length > 0) ? "week" : "slot";
}

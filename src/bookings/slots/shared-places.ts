import { capacitiesOn, type ActivityOffer, type OfferedSeason, type PlacesShared } from "#activities";
import type { Id } from "#kernel";

/** Places that the slots of an activity share on a date, by part of the day and by age in months. */
export interface PlannedCount extends PlacesShared {
  activityId: Id<"activity">;
  date: Temporal.PlainDate;
}

/** The shared places of a season on the dates (ISO) on which one at least of its units opens. */
export function sharedPlaces(
  { activityId, ageGroups }: Pick<ActivityOffer, "activityId" | "ageGroups">,
  { capacities }: Pick<OfferedSeason, "capacities">,
  openDates: ReadonlySet<string>,
): readonly PlannedCount[] {
  if (capacities.length === 0) return [];
  return [...openDates].flatMap((text) => {
    const date = Temporal.PlainDate.from(text);
    return capacitiesOn(capacities, ageGroups, date).map((shared) => ({ ...shared, activityId, date }));
  });
}

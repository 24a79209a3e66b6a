import { schoolDayOn, type SchoolCalendar } from "#kernel";

import type { ActivityOffer } from "../offer/activity-offer.ts";

/** A school year that must be imported before the slots of these activities can be created. */
export interface MissingSchoolYear {
  schoolYear: string;
  /** « Repas – Rue », by name. */
  activities: readonly string[];
}

/**
 * Which school years the seasons from `today` on depend on without knowing them. Agents are told « année
 * scolaire 2027-2028 manquante »; no date is ever invented.
 */
export function missingSchoolYears(
  school: SchoolCalendar,
  offer: readonly ActivityOffer[],
  today: Temporal.PlainDate,
): readonly MissingSchoolYear[] {
  const names = new Map<string, Set<string>>();
  for (const activity of offer) {
    for (const season of activity.seasons) {
      if (!season.schoolDaysOnly) continue;
      let date = Temporal.PlainDate.compare(season.firstDay, today) > 0 ? season.firstDay : today;
      for (; Temporal.PlainDate.compare(date, season.lastDay) <= 0; date = date.add({ weeks: 1 })) {
        const day = schoolDayOn(school, date);
        if (day.kind !== "unknown") continue;
        const known = names.get(day.schoolYear) ?? new Set();
        names.set(day.schoolYear, known.add(activity.activityName));
      }
    }
  }
  return [...names]
    .map(([schoolYear, activities]) => ({ schoolYear, activities: [...activities].sort() }))
    .sort((a, b) => a.schoolYear.localeCompare(b.schoolYear));
}

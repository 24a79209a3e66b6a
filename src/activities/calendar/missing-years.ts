import { dayCalendar, type SchoolCalendar } from "#kernel";

import type { ActivityOffer } from "../offer/activity-offer.ts";
import { openingsByUnit } from "../offer/openings-of-unit.ts";
import { seasonDays } from "../rules/unit-days.ts";

/** A school year that must be imported before the slots of these activities can be created. */
export interface MissingSchoolYear {
  schoolYear: string;
  /** « Repas – Rue », by name. */
  activities: readonly string[];
}

/**
 * Which school years the opening days from `today` on depend on without knowing them. Agents are told « année
 * scolaire 2027-2028 manquante »; no date is ever invented.
 */
export function missingSchoolYears(
  school: SchoolCalendar,
  offer: readonly ActivityOffer[],
  today: Temporal.PlainDate,
): readonly MissingSchoolYear[] {
  // Closures and the two days of Alsace-Moselle close days; they never make a year known.
  const calendar = dayCalendar({ holidayZone: "metropole", school, closures: [] });
  const names = new Map<string, Set<string>>();
  for (const { activityName, seasons } of offer) {
    for (const season of seasons) {
      const firstDay = Temporal.PlainDate.compare(season.firstDay, today) > 0 ? season.firstDay : today;
      for (const day of seasonDays({ ...season, firstDay }, openingsByUnit(season), calendar)) {
        if (day.kind !== "unknown") continue;
        const known = names.get(day.schoolYear) ?? new Set();
        names.set(day.schoolYear, known.add(activityName));
      }
    }
  }
  return [...names]
    .map(([schoolYear, activities]) => ({ schoolYear, activities: [...activities].sort() }))
    .sort((a, b) => a.schoolYear.localeCompare(b.schoolYear));
}

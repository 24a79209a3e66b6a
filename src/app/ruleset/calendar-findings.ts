import { schoolDayOn, type Finding } from "#kernel";

import { fileCalendar } from "./file-calendar.ts";
import type { RuleSet } from "./schema.ts";
import { texts } from "./texts.fr.ts";

/**
 * What the file needs of the school calendar and Préau does not bring: a zone other than B, or a season that goes on
 * after the last school year that is known. Nothing is wrong with the file; but until that calendar is imported no day
 * of these seasons has a deadline, and nobody would see why.
 */
export function calendarFindings(ruleSet: RuleSet): readonly Finding[] {
  const { calendar, activities = [] } = ruleSet;
  if (calendar !== undefined && calendar.schoolZone !== "B") {
    const sentence = texts.zoneNotShipped(calendar.schoolZone);
    return [{ path: ["calendar", "schoolZone"], kind: "warning", sentence }];
  }
  const { school } = fileCalendar(ruleSet);
  return activities.flatMap(({ seasons = [] }, activity) =>
    seasons.flatMap(({ name, firstDay, lastDay, opensOn }, season): Finding[] => {
      if (opensOn === "any") return [];
      const unknown = [firstDay, lastDay]
        .map((date) => schoolDayOn(school, Temporal.PlainDate.from(date)))
        .find((day) => day.kind === "unknown");
      if (unknown === undefined) return [];
      const path = ["activities", activity, "seasons", season, "lastDay"];
      return [{ path, kind: "warning", sentence: texts.yearNotShipped(name, unknown.schoolYear) }];
    }),
  );
}

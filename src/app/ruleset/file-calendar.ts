import { readFileSync } from "node:fs";
import { join } from "node:path";

import { readSchoolCalendar } from "#activities";
import { dayCalendar, schoolCalendar, type DayCalendar } from "#kernel";
import { projectRoot } from "#platform";

import type { RuleSet } from "./schema.ts";

/**
 * The days as a file chooses them, without a database: its public holidays, and the school holidays that Préau brings.
 * Only those of zone B come with it; with another zone no school year is known.
 */
export function fileCalendar({ calendar }: Pick<RuleSet, "calendar">): DayCalendar {
  const zone = calendar?.schoolZone ?? "B";
  return dayCalendar({
    holidayZone: calendar?.publicHolidays ?? "metropole",
    school: schoolCalendar(zone === "B" ? shippedPeriods() : []),
    closures: [],
  });
}

function shippedPeriods() {
  const text = readFileSync(join(projectRoot, "reference", "school-calendar-zone-b.csv"), "utf8");
  return readSchoolCalendar(text, "B").periods;
}

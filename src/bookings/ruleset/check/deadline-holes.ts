import type { OfferDocument } from "#activities";
import { joinList, weekdayName, type Finding } from "#kernel";

import type { DeadlineRule, WeekdayGroupsRule } from "../../rules/deadline/deadline-rule.ts";
import { decidingEntry, type DeadlineEntry } from "./deadline-scope.ts";
import { texts } from "./texts.fr.ts";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

type Activity = NonNullable<OfferDocument["activities"]>[number];
type Season = NonNullable<Activity["seasons"]>[number];

/** Warns where slots open of which their rule says nothing: a weekday in no group, holidays that are none. */
export function deadlineHoles(entries: readonly DeadlineEntry[], offer: OfferDocument): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const activity of offer.activities ?? []) {
    for (const season of activity.seasons ?? []) {
      for (const unit of activity.units) {
        for (const act of ["book", "cancel", "change"] as const) {
          const place = { activity: activity.code, unit: unit.code, season: season.name };
          const decided = decidingEntry(entries, act, place);
          const rule = decided?.entry[act];
          if (decided === undefined || rule === undefined) continue;
          for (const sentence of holesOf(rule, season, unit.code, `${activity.code} › ${unit.code}`)) {
            const path = ["deadlines", decided.index, act];
            findings.set(`${path.join(" ")} ${sentence}`, { path, kind: "warning", sentence });
          }
        }
      }
    }
  }
  return [...findings.values()];
}

function holesOf(rule: DeadlineRule, season: Season, unit: string, name: string): readonly string[] {
  if (rule.kind === "clearDays" && rule.before === "holidays" && (season.opensOn ?? "school") !== "holidays")
    return [texts.outsideHolidays(name, season.name)];
  if (rule.kind !== "weekdayGroups") return [];
  const without = weekdaysWithoutGroup(rule, openWeekdays(season, unit));
  return without.length === 0 ? [] : [texts.weekdayWithoutGroup(name, joinList(without.map(weekdayName)))];
}

function weekdaysWithoutGroup({ groups }: WeekdayGroupsRule, open: readonly number[]): readonly number[] {
  const grouped = new Set(groups.flatMap(({ slots }) => slots));
  return open.filter((weekday) => !grouped.has(weekday));
}

/** The ISO weekdays on which a unit opens in a season. */
function openWeekdays(season: Season, unit: string): readonly number[] {
  const weekly = (season.openings ?? [])
    .filter(({ units }) => units.includes(unit))
    .flatMap(({ weekdays }) => weekdays.map((word) => WEEKDAYS.indexOf(word) + 1));
  const dated = (season.dates ?? [])
    .filter(({ units }) => units.includes(unit))
    .flatMap(({ dates }) => dates.map((date) => Temporal.PlainDate.from(date).dayOfWeek));
  return [...new Set([...weekly, ...dated])].toSorted((a, b) => a - b);
}

import type { OfferDocument } from "#activities";
import type { DayCalendar } from "#kernel";

import type { DeadlineAct } from "../rules/deadline-sentence.ts";
import type { Deadline } from "../rules/deadline/closing.ts";
import type { DeadlineRule } from "../rules/deadline/deadline-rule.ts";
import { slotDeadline } from "../rules/deadline/slot-deadline.ts";
import { decidingEntry } from "./check/deadline-scope.ts";
import type { BookingSections } from "./sections.ts";

/** A slot that a file offers: nothing needs to be stored to name it. */
export interface SlotQuestion {
  readonly activity: string;
  readonly unit: string;
  readonly date: Temporal.PlainDate;
}

/** The slot's hours, its season and its three deadlines, each with the rule that gave it; or why there is no slot. */
export type SlotInFile =
  | {
      readonly kind: "slot";
      readonly season: string;
      readonly startsAt: Temporal.PlainTime;
      readonly deadlines: Readonly<Record<DeadlineAct, Deadline>>;
    }
  | { readonly kind: "unknownActivity"; readonly known: readonly string[] }
  | { readonly kind: "unknownUnit"; readonly known: readonly string[] }
  | { readonly kind: "outOfSeason" };

type Activity = NonNullable<OfferDocument["activities"]>[number];
type Season = NonNullable<Activity["seasons"]>[number];

/**
 * The deadlines of a slot as the file sets them, from the file and the calendar alone. Whether the site opens that day is
 * for the caller: a closed day has the deadlines that its slot would have had.
 */
export function slotInFile(
  { deadlines = [], ...offer }: BookingSections & OfferDocument,
  { activity: code, unit: unitCode, date }: SlotQuestion,
  calendar: DayCalendar,
): SlotInFile {
  const activities = offer.activities ?? [];
  const activity = activities.find((one) => one.code === code);
  if (activity === undefined) return { kind: "unknownActivity", known: activities.map((one) => one.code) };
  const unit = activity.units.find((one) => one.code === unitCode);
  if (unit === undefined) return { kind: "unknownUnit", known: activity.units.map((one) => one.code) };
  const day = date.toString();
  const season = (activity.seasons ?? []).find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  if (season === undefined) return { kind: "outOfSeason" };
  const startsAt = Temporal.PlainTime.from(startOf(season, unitCode, date) ?? unit.from);
  const seasonFirstDay = Temporal.PlainDate.from(season.firstDay);
  const deadline = (act: DeadlineAct) => {
    const decided = decidingEntry(deadlines, act, { activity: code, unit: unitCode, season: season.name });
    const rule = decided?.entry[act];
    return slotDeadline(
      { rules: rule === undefined ? [] : [held(rule)], moves: [] },
      { date, startsAt, seasonFirstDay },
      calendar,
    );
  };
  const cancel = deadline("cancel");
  const change = deadline("change");
  const same = change.kind === "unknown" && change.because.code === "noDeadlineRule";
  return {
    kind: "slot",
    season: season.name,
    startsAt,
    deadlines: { book: deadline("book"), cancel, change: same ? cancel : change },
  };
}

/** What a file says holds for every slot of it. */
function held(rule: DeadlineRule) {
  return { validFrom: new Temporal.PlainDate(1, 1, 1), rule };
}

/** The hour at which a unit starts that day, where the season gives it another one. */
function startOf(season: Season, unit: string, date: Temporal.PlainDate): string | undefined {
  const dated = (season.dates ?? []).find(
    ({ units, dates }) => units.includes(unit) && dates.includes(date.toString()),
  );
  if (dated !== undefined) return dated.from;
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  return (season.openings ?? []).find(
    ({ units, weekdays }) => units.includes(unit) && weekdays.some((word) => word === weekday),
  )?.from;
}

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

import { unitDays, type OfferDocument, type UnitDay } from "#activities";
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

/** The slot's hour, its season and its three deadlines; or why the file has no such slot. */
export type SlotInFile =
  | {
      readonly kind: "slot";
      readonly season: string;
      readonly startsAt: Temporal.PlainTime;
      /** Whether the unit opens that day, or why not. */
      readonly day: UnitDay;
      /** Also where it is closed: those that its slot would have. */
      readonly deadlines: Readonly<Record<DeadlineAct, Deadline>>;
    }
  | { readonly kind: "unknownActivity"; readonly known: readonly string[] }
  | { readonly kind: "unknownUnit"; readonly known: readonly string[] }
  | { readonly kind: "outOfSeason" };

type Activity = NonNullable<OfferDocument["activities"]>[number];
type Season = NonNullable<Activity["seasons"]>[number];
type Unit = Activity["units"][number];

const ALWAYS = new Temporal.PlainDate(1, 1, 1);
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The deadlines of a slot as a file sets them, from the file and the calendar alone. */
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
  const text = date.toString();
  const season = (activity.seasons ?? []).find(
    ({ firstDay, lastDay }) => firstDay <= text && text <= lastDay,
  );
  const day = season && dayOf(season, unit, date, calendar);
  if (season === undefined || day === undefined) return { kind: "outOfSeason" };
  const startsAt = day.kind === "open" ? day.startsAt : Temporal.PlainTime.from(unit.from);
  const slot = { date, startsAt, seasonFirstDay: Temporal.PlainDate.from(season.firstDay) };
  const ruleOf = (act: DeadlineAct) =>
    decidingEntry(deadlines, act, { activity: code, unit: unitCode, season: season.name })?.entry[act];
  const until = (rule: DeadlineRule | undefined) =>
    slotDeadline(
      { rules: rule === undefined ? [] : [{ validFrom: ALWAYS, rule }], moves: [] },
      slot,
      calendar,
    );
  return {
    kind: "slot",
    season: season.name,
    startsAt,
    day,
    deadlines: {
      book: until(ruleOf("book")),
      cancel: until(ruleOf("cancel")),
      change: until(ruleOf("change") ?? ruleOf("cancel")),
    },
  };
}

/** One day of a season for one unit. */
function dayOf(
  { opensOn = "school", openings = [], dates = [] }: Season,
  unit: Unit,
  date: Temporal.PlainDate,
  calendar: DayCalendar,
): UnitDay | undefined {
  const opening = {
    ...hours(unit),
    hourStep: unit.hourStep ?? null,
    laterHours: [],
    openings: openings
      .filter(({ units }) => units.includes(unit.code))
      .flatMap((one) =>
        one.weekdays.map((word) => ({
          ...ownHours(one),
          weekday: WEEKDAYS.indexOf(word) + 1,
          validFrom: ALWAYS,
          offered: true,
          places: one.places,
        })),
      ),
    dates: dates
      .filter(({ units }) => units.includes(unit.code))
      .flatMap((one) =>
        one.dates.map((chosen) => ({
          ...ownHours(one),
          date: Temporal.PlainDate.from(chosen),
          places: one.places,
        })),
      ),
  };
  return unitDays({ firstDay: date, lastDay: date, opensOn }, opening, calendar)[0];
}

function hours({ from, to }: { from: string; to: string }) {
  return { startsAt: Temporal.PlainTime.from(from), endsAt: Temporal.PlainTime.from(to) };
}

function ownHours({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return from === undefined || to === undefined ? { startsAt: null, endsAt: null } : hours({ from, to });
}

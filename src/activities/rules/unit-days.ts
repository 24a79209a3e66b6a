import type { DayCalendar } from "#kernel";

import { lastHeld, openingOn, type UnitOpenings } from "./opening-on.ts";
import { daysOf, type OpensBy, type SeasonDays, type SlotDay } from "./slot-days.ts";
import { hoursOn, type HoursOfUnit, type UnitHours } from "./unit-hours.ts";

/** A unit with its usual hours and when it opens in a season. */
export interface OpeningUnit extends UnitOpenings, HoursOfUnit {}

/** One date of a season for one unit; an open one says its places and its hours. */
export type UnitDay =
  | Exclude<SlotDay, { kind: "open" }>
  | (UnitHours & { readonly date: Temporal.PlainDate; readonly kind: "open"; readonly places: number });

/** What a date says on which a unit of chosen dates does not open. */
const NOT_A_CHOSEN_DATE = "Pas de séance ce jour";

/**
 * Every date of a season for one unit, in order: open with its places and hours, closed and why, or not known for want
 * of a school calendar.
 */
export function unitDays(season: SeasonDays, unit: OpeningUnit, calendar: DayCalendar): readonly UnitDay[] {
  const held = openingsHeld(unit);
  return daysOf(season, calendar, (date) => opensBy(held(date))).map((day): UnitDay => {
    if (day.kind === "open") return openDay(day.date, unit, held(day.date));
    const ofDates = day.kind === "closed" && day.reason.kind === "weekday" && unit.openings.length === 0;
    return ofDates ? { ...day, label: NOT_A_CHOSEN_DATE } : day;
  });
}

/** Every date of a season on which one at least of its units opens, closed ones with why. */
export function seasonDays(
  season: SeasonDays,
  units: readonly UnitOpenings[],
  calendar: DayCalendar,
): readonly SlotDay[] {
  const heldBy = units.map(openingsHeld);
  return daysOf(season, calendar, (date) => {
    const by = new Set(heldBy.map((held) => opensBy(held(date))));
    if (by.has("chosenDate")) return "chosenDate";
    return by.has("weekday") ? "weekday" : "nothing";
  });
}

type Held = ReturnType<typeof openingOn>;

function opensBy(held: Held): OpensBy {
  if (held?.offered !== true) return "nothing";
  return held.chosenDate ? "chosenDate" : "weekday";
}

function openDay(date: Temporal.PlainDate, unit: OpeningUnit, held: Held): UnitDay {
  const { startsAt, endsAt, hourStep } = hoursOn(unit, date);
  return {
    date,
    kind: "open",
    places: held?.places ?? 0,
    startsAt: held?.startsAt ?? startsAt,
    endsAt: held?.endsAt ?? endsAt,
    hourStep,
  };
}

/** `openingOn` for many dates of one unit: its weekdays are sorted out once. */
function openingsHeld(unit: UnitOpenings): (date: Temporal.PlainDate) => Held {
  if (unit.dates.length > 0) return (date) => openingOn(unit, date);
  const byWeekday = Map.groupBy(unit.openings, (opening) => opening.weekday);
  return (date) => {
    const held = lastHeld(byWeekday.get(date.dayOfWeek) ?? [], date);
    return held && { ...held, chosenDate: false };
  };
}

import { parisDate, parisInstant, type DayCalendar } from "#kernel";

import { unitDays } from "../rules/unit-days.ts";
import { sameHours } from "../rules/unit-hours.ts";
import { openingsOf, type CodedActivity } from "./coded-offer.ts";

/** A date of one unit. */
export interface UnitDate {
  unit: string;
  date: Temporal.PlainDate;
}

/** One that is open before and after. */
interface ChangedDate extends UnitDate {
  placesBefore: number;
  placesAfter: number;
}

/** What a change of an activity does to what families can book, from a day on. */
export interface SlotChange {
  opened: readonly UnitDate[];
  /** Bookings of these days are cancelled. */
  closed: readonly UnitDate[];
  /** Open before and after, with other places or hours. */
  changed: readonly ChangedDate[];
  /** They would have closed or changed, but have begun already: they stay as they are. */
  begun: readonly UnitDate[];
}

/**
 * Compares the slots before and after, from today on. A date that the calendar does not know keeps what it has, and so
 * does a slot that has begun: `align_slots` leaves it alone.
 */
export function slotChange(
  before: CodedActivity | undefined,
  after: CodedActivity,
  { calendar, now }: { calendar: DayCalendar; now: Temporal.Instant },
): SlotChange {
  const today = parisDate(now);
  const begun: UnitDate[] = [];
  const opened: UnitDate[] = [];
  const closed: UnitDate[] = [];
  const changed: ChangedDate[] = [];
  for (const { code: unit } of after.units) {
    const was = before === undefined ? new Map<string, Day>() : daysOf(before, unit, calendar, today);
    const will = daysOf(after, unit, calendar, today);
    for (const key of [...new Set([...was.keys(), ...will.keys()])].sort()) {
      const a = was.get(key);
      const b = will.get(key);
      const date = Temporal.PlainDate.from(key);
      if (b?.kind === "unknown") continue;
      const isSame = a?.kind === "open" && b?.kind === "open" ? sameSlot(a, b) : a?.kind === b?.kind;
      if (isSame) continue;
      if (hasBegun(a, now)) begun.push({ unit, date });
      else if (hasBegun(b, now)) continue;
      else if (a?.kind !== "open" && b?.kind === "open") opened.push({ unit, date });
      else if (a?.kind === "open" && b?.kind !== "open") closed.push({ unit, date });
      else if (a?.kind === "open" && b?.kind === "open")
        changed.push({ unit, date, placesBefore: a.places, placesAfter: b.places });
    }
  }
  return { opened, closed, changed, begun };
}

type Day = ReturnType<typeof unitDays>[number];

function daysOf(activity: CodedActivity, code: string, calendar: DayCalendar, today: Temporal.PlainDate) {
  const days = new Map<string, Day>();
  const unit = activity.units.find((known) => known.code === code);
  if (unit === undefined) return days;
  for (const season of activity.seasons) {
    const firstDay = Temporal.PlainDate.compare(today, season.firstDay) > 0 ? today : season.firstDay;
    const opening = { ...unit, ...openingsOf(season, code) };
    for (const day of unitDays({ ...season, firstDay }, opening, calendar))
      days.set(day.date.toString(), day);
  }
  return days;
}

type OpenDay = Extract<Day, { kind: "open" }>;

function hasBegun(day: Day | undefined, now: Temporal.Instant): boolean {
  return day?.kind === "open" && Temporal.Instant.compare(parisInstant(day.date, day.startsAt), now) <= 0;
}

const sameSlot = (a: OpenDay, b: OpenDay) => a.places === b.places && sameHours(a, b);

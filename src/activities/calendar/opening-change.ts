import type { ActivityOffer } from "../offer/activity-offer.ts";
import { openingsByUnit } from "../offer/openings-of-unit.ts";
import { seasonDays } from "../rules/unit-days.ts";
import { calendarAt, type AuthorityCalendar } from "./authority-calendar.ts";

/** The dates on which an activity at least would open, or close, from today on; in order. */
export interface OpeningChange {
  readonly opened: readonly Temporal.PlainDate[];
  readonly closed: readonly Temporal.PlainDate[];
}

/**
 * What another calendar would change for families: the days offered besides, and those that close, whose bookings
 * are cancelled. A date that the new calendar does not know keeps the slots it has, so it is in neither.
 */
export function openingChange(
  offer: readonly ActivityOffer[],
  calendars: { before: AuthorityCalendar; after: AuthorityCalendar },
  today: Temporal.PlainDate,
): OpeningChange {
  const opened = new Set<string>();
  const closed = new Set<string>();
  for (const activity of offer) {
    const before = daysOf(activity, calendars.before, today);
    for (const [date, kind] of daysOf(activity, calendars.after, today)) {
      const was = before.get(date);
      if (kind === "open" && was !== "open") opened.add(date);
      if (kind === "closed" && was === "open") closed.add(date);
    }
  }
  return { opened: inOrder(opened), closed: inOrder(closed) };
}

function daysOf(activity: ActivityOffer, calendar: AuthorityCalendar, today: Temporal.PlainDate) {
  const days = new Map<string, "open" | "closed" | "unknown">();
  const ofSite = calendarAt(calendar, activity.siteId);
  for (const season of activity.seasons) {
    const firstDay = Temporal.PlainDate.compare(today, season.firstDay) > 0 ? today : season.firstDay;
    for (const { date, kind } of seasonDays({ ...season, firstDay }, openingsByUnit(season), ofSite)) {
      days.set(date.toString(), kind);
    }
  }
  return days;
}

function inOrder(dates: ReadonlySet<string>): readonly Temporal.PlainDate[] {
  return [...dates].sort().map((date) => Temporal.PlainDate.from(date));
}

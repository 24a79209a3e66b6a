import type { DayCalendar } from "#kernel";

import type { ActivityOffer, OfferedSeason } from "../offer/activity-offer.ts";
import { openingsByUnit } from "../offer/openings-of-unit.ts";
import type { SlotDay } from "../rules/slot-days.ts";
import { seasonDays } from "../rules/unit-days.ts";

/** One date of a month for one activity: open, closed with its French label, or not known yet. */
export type DayState = { readonly date: Temporal.PlainDate } & (
  | { readonly kind: "open" }
  | { readonly kind: "closed"; readonly label: string }
  | { readonly kind: "unknown"; readonly schoolYear: string }
);

/** What a date outside every season of the activity says. */
const OUT_OF_SEASON = "Hors saison";

/**
 * Says of every date of a month whether an activity opens (any of its units), and why not. What can be booked
 * is in the slots; this tells the days without one.
 */
export function dayStates(
  offer: ActivityOffer,
  calendar: DayCalendar,
  month: Temporal.PlainYearMonth,
): readonly DayState[] {
  const first = month.toPlainDate({ day: 1 });
  const known = new Map<string, SlotDay>();
  for (const season of offer.seasons) {
    const days = seasonDays(withinMonth(season, month), openingsByUnit(season), calendar);
    for (const day of days) known.set(day.date.toString(), day);
  }
  return Array.from({ length: month.daysInMonth }, (_, index) => {
    const date = first.add({ days: index });
    return known.get(date.toString()) ?? { date, kind: "closed", label: OUT_OF_SEASON };
  });
}

function withinMonth(season: OfferedSeason, month: Temporal.PlainYearMonth) {
  const first = month.toPlainDate({ day: 1 });
  const last = month.toPlainDate({ day: month.daysInMonth });
  const { compare } = Temporal.PlainDate;
  return {
    firstDay: compare(season.firstDay, first) > 0 ? season.firstDay : first,
    lastDay: compare(season.lastDay, last) < 0 ? season.lastDay : last,
    opensOn: season.opensOn,
  };
}

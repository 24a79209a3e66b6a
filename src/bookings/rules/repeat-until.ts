import type { SchoolPeriod } from "#kernel";

/** Until when a week is repeated: the day before the next holidays, the last day that is offered, or a day that is said. */
export type RepeatUntil = "holidays" | "end" | Temporal.PlainDate;

/**
 * The last day on which a repeated week may change something. « Jusqu'aux prochaines vacances » counted from the
 * model week: from the week of 2 November 2026 that is Friday 18 December (Christmas begins on Saturday 19). Bridge
 * days are no holidays. Without a later holiday in the calendar, the last day offered.
 */
export function repeatUntil(
  until: RepeatUntil,
  monday: Temporal.PlainDate,
  periods: readonly SchoolPeriod[],
  lastOffered: Temporal.PlainDate,
): Temporal.PlainDate {
  if (until === "end") return lastOffered;
  const { compare } = Temporal.PlainDate;
  if (until !== "holidays") return compare(until, lastOffered) > 0 ? lastOffered : until;
  const [next] = periods
    .filter((period) => period.kind === "holiday" && compare(period.firstDayOff, monday) > 0)
    .toSorted((a, b) => compare(a.firstDayOff, b.firstDayOff));
  const eve = next?.firstDayOff.subtract({ days: 1 });
  return eve === undefined || compare(eve, lastOffered) > 0 ? lastOffered : eve;
}

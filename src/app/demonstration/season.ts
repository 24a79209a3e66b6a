import { isSummer, schoolYearOf, type SchoolCalendar } from "#kernel";

/** The season of every canteen: the school year that contains today. */
export interface DemonstrationSeason {
  name: string;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
}

/**
 * From the end of one summer to the start of the next. Where the calendar does not say, the usual bounds: no slot
 * depends on them, days of a school year that is not known have none.
 */
export function seasonOf(school: SchoolCalendar, today: Temporal.PlainDate): DemonstrationSeason {
  const name = schoolYearOf(school, today);
  const year = Number(name.slice(0, 4));
  const summerOf = (wanted: number) =>
    school.periods.find((period) => isSummer(period) && period.firstDayOff.year === wanted);
  return {
    name,
    firstDay:
      summerOf(year)?.lastDayOff?.add({ days: 1 }) ?? Temporal.PlainDate.from({ year, month: 9, day: 1 }),
    lastDay:
      summerOf(year + 1)?.firstDayOff.subtract({ days: 1 }) ??
      Temporal.PlainDate.from({ year: year + 1, month: 7, day: 4 }),
  };
}

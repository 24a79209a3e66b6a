import { isSummer, schoolYearOf, type SchoolCalendar } from "#kernel";

/** The season of a canteen: a school year. */
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
  return seasonFrom(school, Number(schoolYearOf(school, today).slice(0, 4)));
}

/** The school year that begins in a year, with the same bounds. */
export function seasonFrom(school: SchoolCalendar, year: number): DemonstrationSeason {
  const summerOf = (wanted: number) =>
    school.periods.find((period) => isSummer(period) && period.firstDayOff.year === wanted);
  return {
    name: `${year}-${year + 1}`,
    firstDay:
      summerOf(year)?.lastDayOff?.add({ days: 1 }) ?? Temporal.PlainDate.from({ year, month: 9, day: 1 }),
    lastDay:
      summerOf(year + 1)?.firstDayOff.subtract({ days: 1 }) ??
      Temporal.PlainDate.from({ year: year + 1, month: 7, day: 4 }),
  };
}

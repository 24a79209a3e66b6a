/** The day of a season at which it is looked from a date: that date, or the nearest day of the season. */
export function referenceDay(
  season: { firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate },
  date: Temporal.PlainDate,
): Temporal.PlainDate {
  const { compare } = Temporal.PlainDate;
  if (compare(date, season.firstDay) < 0) return season.firstDay;
  return compare(date, season.lastDay) > 0 ? season.lastDay : date;
}

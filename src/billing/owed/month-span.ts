/** The days that are read to price a month: an absence may have begun before it, a week may end after it. */
export interface MonthSpan {
  readonly month: Temporal.PlainYearMonth;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly readFrom: Temporal.PlainDate;
  readonly readUntil: Temporal.PlainDate;
}

const BEFORE_DAYS = 21;
const AFTER_DAYS = 6;

/** The days of a month, and those that are read around it. */
export function spanOf(month: Temporal.PlainYearMonth): MonthSpan {
  const first = month.toPlainDate({ day: 1 });
  const last = month.toPlainDate({ day: month.daysInMonth });
  return {
    month,
    first,
    last,
    readFrom: first.subtract({ days: BEFORE_DAYS }),
    readUntil: last.add({ days: AFTER_DAYS }),
  };
}

/** Whether a day is in the month. Asked of every place: by its numbers, a comparison of dates takes ten times as long. */
export function isInMonth({ month }: MonthSpan, date: Temporal.PlainDate): boolean {
  return date.year === month.year && date.month === month.month;
}

/**
 * The first day of the school year that a day is in, as far as prices count by year: 1 September.
 */
export function yearStart(date: Temporal.PlainDate): Temporal.PlainDate {
  const year = date.month >= 9 ? date.year : date.year - 1;
  return new Temporal.PlainDate(year, 9, 1);
}

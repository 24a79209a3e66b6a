/**
 * Inside the kernel a day is the number of days since Thursday 1 January 1970: walking over a school year costs
 * additions instead of a Temporal object per day. Doors speak `Temporal.PlainDate`.
 */
export type EpochDay = number;

const MS_PER_DAY = 86_400_000;

/** Thursday 1 January 1970 is 0; Thursday 12 November 2026 is 20,769. Years 100 to 9999. */
export function toEpochDay(date: Temporal.PlainDate): EpochDay {
  return Date.UTC(date.year, date.month - 1, date.day) / MS_PER_DAY;
}

/** The inverse of `toEpochDay`. */
export function fromEpochDay(day: EpochDay): Temporal.PlainDate {
  const utc = new Date(day * MS_PER_DAY);
  return new Temporal.PlainDate(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate());
}

/** ISO weekday: Monday is 1, Sunday is 7. */
export function weekdayOf(day: EpochDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const DAYS_PER_YEAR = 365.2425;

/** The Gregorian year a day is in: guessed by the mean year, then mended where the guess is a day or two off. */
export function yearOf(day: EpochDay): number {
  const year = 1970 + Math.floor(day / DAYS_PER_YEAR);
  if (day < startOfYear(year)) return year - 1;
  return day >= startOfYear(year + 1) ? year + 1 : year;
}

/** 1 January: 365 days a year and the leap days before it. */
function startOfYear(year: number): EpochDay {
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return (year - 1970) * 365 + leapDays - LEAP_DAYS_BEFORE_1970;
}

/** Of the years 1 to 1969. */
const LEAP_DAYS_BEFORE_1970 = 477;

const PARIS = "Europe/Paris";

/** The last instant of a local day that we keep: « jusqu'au soir » is inclusive, to the millisecond. */
export const END_OF_DAY = new Temporal.PlainTime(23, 59, 59, 999);

/**
 * The instant at which clocks in Paris show that date and time: 6 November 2026, 12:00 is 11:00 UTC.
 *
 * Twice a year a clock time is not one instant, and the later reading is taken, so that a person who looks at
 * a clock is never late before the clock says so. On 25 October 2026 « 2 h 30 » happens twice: the second one,
 * 01:30 UTC. On 29 March 2026 « 2 h 30 » does not exist: clocks show 3:30, 01:30 UTC.
 */
export function parisInstant(date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return date.toPlainDateTime(time).toZonedDateTime(PARIS, { disambiguation: "later" }).toInstant();
}

/** The first instant of a local day: 29 March 2026 begins at 23:00 UTC of the day before and lasts 23 hours. */
export function startOfParisDay(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(PARIS).toInstant();
}

/** 23:59:59.999 of a local day. */
export function endOfParisDay(date: Temporal.PlainDate): Temporal.Instant {
  return parisInstant(date, END_OF_DAY);
}

/** The date that a calendar in Paris shows at that instant. */
export function parisDate(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(PARIS).toPlainDate();
}

/** The date and the time that clocks in Paris show at that instant. */
export function parisDateTime(at: Temporal.Instant): Temporal.PlainDateTime {
  return at.toZonedDateTimeISO(PARIS).toPlainDateTime();
}

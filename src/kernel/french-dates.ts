const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(
  " ",
);

const WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split(" ");

/** « janvier » for 1 to « décembre » for 12; refuses other numbers. */
export function monthName(month: number): string {
  return nameAt(MONTHS, month);
}

/** « lundi » for 1 to « dimanche » for 7 (ISO); refuses other numbers. */
export function weekdayName(weekday: number): string {
  return nameAt(WEEKDAYS, weekday);
}

/** « novembre 2026 » */
export function formatMonth(month: Temporal.PlainYearMonth): string {
  return `${monthName(month.month)} ${month.year}`;
}

/** « d’octobre 2026 », « de novembre 2026 »: after the noun that the month completes. */
export function formatOfMonth(month: Temporal.PlainYearMonth): string {
  const named = formatMonth(month);
  return /^[aeiouy]/.test(named) ? `d’${named}` : `de ${named}`;
}

/** « jeudi 12 novembre », « dimanche 1er novembre »: the year is clear from the page. */
export function formatDay(date: Temporal.PlainDate): string {
  return `${weekdayName(date.dayOfWeek)} ${formatDayOfMonth(date)} ${monthName(date.month)}`;
}

/** « jeudi 12 novembre 2026 » */
export function formatDayAndYear(date: Temporal.PlainDate): string {
  return `${formatDay(date)} ${date.year}`;
}

/** « 12/11/2026 », for tables and printed lists. */
export function formatShortDate(date: Temporal.PlainDate): string {
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}

/** « 12 h », « 16 h 30 », « 8 h 05 », tied by non-breaking spaces; seconds are not shown. */
export function formatTime(time: Temporal.PlainTime): string {
  const hours = `${time.hour}\u00a0h`;
  return time.minute === 0 ? hours : `${hours}\u00a0${two(time.minute)}`;
}

/** « vendredi 6 novembre à 12 h » */
export function formatMoment(date: Temporal.PlainDate, time: Temporal.PlainTime): string {
  return `${formatDay(date)} à ${formatTime(time)}`;
}

/**
 * The days from `first` to `last`, both included: « le lundi 4 mai », « du lundi 4 au jeudi 7 mai »,
 * « du samedi 17 octobre au dimanche 1er novembre », with years when they differ
 * (« du samedi 19 décembre 2026 au dimanche 3 janvier 2027 »).
 */
export function formatDateRange(first: Temporal.PlainDate, last: Temporal.PlainDate): string {
  if (first.equals(last)) return `le ${formatDay(first)}`;
  if (first.year !== last.year) return `du ${formatDayAndYear(first)} au ${formatDayAndYear(last)}`;
  if (first.month !== last.month) return `du ${formatDay(first)} au ${formatDay(last)}`;
  return `du ${weekdayName(first.dayOfWeek)} ${formatDayOfMonth(first)} au ${formatDay(last)}`;
}

/** « 12 mai 2022 »: a day of birth, whose weekday nobody asks. */
export function formatBirthDate(date: Temporal.PlainDate): string {
  return `${formatDayOfMonth(date)} ${formatMonth(date.toPlainYearMonth())}`;
}

/** « 1er », « 2 », « 31 »: only the first of a month is ordinal in French. */
export function formatDayOfMonth(date: Temporal.PlainDate): string {
  return date.day === 1 ? "1er" : String(date.day);
}

function nameAt(names: readonly string[], number: number): string {
  const name = names[number - 1];
  if (name === undefined) throw new RangeError(`No such month or weekday: ${number}`);
  return name;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

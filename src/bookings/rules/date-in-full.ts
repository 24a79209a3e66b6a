import { formatDayOfMonth, monthName } from "#kernel";

/** « 4 mars 2027 », « 1er septembre 2026 »: a date that may be far away. */
export function dateInFull(date: Temporal.PlainDate): string {
  return `${formatDayOfMonth(date)} ${monthName(date.month)} ${date.year}`;
}

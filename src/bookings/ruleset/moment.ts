import { parisDateTime, parisInstant } from "#kernel";

/** « 2027-05-26 08:30 », as the file writes a moment in Paris. */
export const MOMENT = /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a moment of the calendar. */
export function isMoment(text: string): boolean {
  if (!MOMENT.test(text)) return false;
  try {
    Temporal.PlainDateTime.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** The instant of a moment that the schema has read. */
export function instantOf(moment: string): Temporal.Instant {
  const local = Temporal.PlainDateTime.from(moment);
  return parisInstant(local.toPlainDate(), local.toPlainTime());
}

/** The inverse of `instantOf`, to the minute. */
export function momentOf(instant: Temporal.Instant): string {
  const local = parisDateTime(instant);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: "minute" })}`;
}

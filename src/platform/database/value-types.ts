import pg from "pg";

const { builtins, getTypeParser } = pg.types;

/**
 * How PostgreSQL values arrive: dates, times and instants as Temporal values, bigint as numbers
 * (rows that are counted, cents that are summed; ids are uuid), everything else as pg does.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format !== "binary") {
      if (oid === builtins.DATE) return parseDate;
      if (oid === builtins.TIME) return (text: string) => Temporal.PlainTime.from(text);
      if (oid === builtins.TIMESTAMPTZ) return parseInstant;
      if (oid === builtins.INT8) return parseBigint;
    }
    return getTypeParser(oid, format);
  },
};

/** Some eleven years of days: more than the pages of an authority show between two of its bills. */
const MOST_DATES = 4_096;

const dates = new Map<string, Temporal.PlainDate>();

/**
 * The same few days come in every row of a month, and a date never changes: each is read once, which halves the time
 * and the memory of the rows of a billing run. At its limit the memory begins again.
 */
function parseDate(text: string): Temporal.PlainDate {
  const before = dates.get(text);
  if (before !== undefined) return before;
  const date = Temporal.PlainDate.from(text);
  if (dates.size >= MOST_DATES) dates.clear();
  dates.set(text, date);
  return date;
}

/** A count or a sum; beyond 2^53 a number would be another one, and nothing of ours comes near it. */
function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the numbers that are exact`);
  return value;
}

/** « 2026-11-06 11:00:00+00 », as the server writes an instant in ISO style. */
function parseInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(" ", "T"));
}

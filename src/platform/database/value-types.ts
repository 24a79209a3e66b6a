import pg from "pg";

const { builtins, getTypeParser } = pg.types;

/**
 * How PostgreSQL values arrive: dates, times and instants as Temporal values, bigint counts as numbers
 * (they count rows; ids are uuid), everything else as pg does.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format !== "binary") {
      if (oid === builtins.DATE) return (text: string) => Temporal.PlainDate.from(text);
      if (oid === builtins.TIME) return (text: string) => Temporal.PlainTime.from(text);
      if (oid === builtins.TIMESTAMPTZ) return parseInstant;
      if (oid === builtins.INT8) return Number;
    }
    return getTypeParser(oid, format);
  },
};

/** « 2026-11-06 11:00:00+00 », as the server writes an instant in ISO style. */
function parseInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(" ", "T"));
}

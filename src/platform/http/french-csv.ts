import { stringify } from "csv-stringify/sync";

/** What a spreadsheet would take for a formula; a name is never one. */
const FORMULA = /^[=+\-@\t\r]/;
/** « -49,00 »: a number runs nothing, and a column of amounts must still add up. */
const NEGATIVE = /^-\d+(?:,\d+)?$/;

/**
 * A table as a spreadsheet reads it in France: UTF-8 with its mark, `;`, CRLF. A cell that a spreadsheet would run as
 * a formula is preceded by an apostrophe (OWASP, CSV injection); a negative number is not one.
 */
export function frenchCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(inert)),
    { header: true, columns: [...columns], delimiter: ";", bom: true, record_delimiter: "windows" },
  );
}

function inert(cell: string): string {
  return FORMULA.test(cell) && !NEGATIVE.test(cell) ? `'${cell}` : cell;
}

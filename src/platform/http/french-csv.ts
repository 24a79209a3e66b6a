import { stringify } from "csv-stringify/sync";

/** What a spreadsheet would take for a formula; a name is never one. */
const FORMULA = /^[=+\-@\t\r]/;
/** « -13,00 » is what it says: as a text, no sum would count it. */
const NEGATIVE = /^-\d+(?:,\d+)?$/;

/**
 * A table as a spreadsheet reads it in France: UTF-8 with its mark, `;`, CRLF. A cell that a spreadsheet would run as
 * a formula is preceded by an apostrophe (OWASP, CSV injection); an amount below zero is none.
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

import { stringify } from "csv-stringify/sync";

/** What a spreadsheet would take for a formula; a name is never one. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Lines as a spreadsheet reads them in France: UTF-8 with its mark, `;`, CRLF. A text that a spreadsheet would run as
 * a formula is preceded by an apostrophe (OWASP, CSV injection).
 */
export function csvFile(
  columns: readonly string[],
  lines: readonly (readonly (string | number)[])[],
): string {
  return stringify(
    lines.map((line) => line.map((cell) => (typeof cell === "number" ? cell : inert(cell)))),
    { header: true, columns: [...columns], delimiter: ";", bom: true, record_delimiter: "windows" },
  );
}

/** A text that no spreadsheet takes for a formula. */
export function inert(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

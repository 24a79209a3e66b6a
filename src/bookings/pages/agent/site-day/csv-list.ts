import { stringify } from "csv-stringify/sync";

import { absenceWords } from "./absence-words.ts";
import type { DayList } from "./day-list.ts";
import { texts } from "./texts.fr.ts";

/** What a spreadsheet would take for a formula; a name is never one. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The list of a day as a spreadsheet reads it in France: UTF-8 with its mark, `;`, CRLF. A cell that a spreadsheet
 * would run as a formula is preceded by an apostrophe (OWASP, CSV injection). Without `withPhones`, no such column.
 */
export function csvList({ units, expected }: DayList, date: Temporal.PlainDate, withPhones: boolean): string {
  const names = new Map(units.map(({ unitId, unitName }) => [unitId, unitName]));
  const { unit, className, lastName, firstName, absence, phone } = texts.csvColumns;
  const columns = [unit, className, lastName, firstName, absence, phone];
  const shown = withPhones ? columns.length : columns.length - 1;
  return stringify(
    expected.map((child) =>
      [
        names.get(child.unitId) ?? "",
        child.className,
        child.lastName,
        child.firstName,
        absenceWords(child, date),
        child.phone,
      ]
        .slice(0, shown)
        .map(inert),
    ),
    {
      header: true,
      columns: columns.slice(0, shown),
      delimiter: ";",
      bom: true,
      record_delimiter: "windows",
    },
  );
}

function inert(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

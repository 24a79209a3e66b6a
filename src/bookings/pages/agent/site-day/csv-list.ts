import { frenchCsv } from "#platform";
import { absenceWords } from "./absence-words.ts";
import type { DayList } from "./day-list.ts";
import { withCompanions } from "../../../rules/companions.ts";
import { texts } from "./texts.fr.ts";

/** The list of a day for a spreadsheet. Without `withPhones`, no such column. */
export function csvList({ units, expected }: DayList, date: Temporal.PlainDate, withPhones: boolean): string {
  const names = new Map(units.map(({ unitId, unitName }) => [unitId, unitName]));
  const { unit, className, lastName, firstName, absence, phone } = texts.csvColumns;
  const columns = [unit, className, lastName, firstName, absence, phone];
  const shown = withPhones ? columns.length : columns.length - 1;
  return frenchCsv(
    columns.slice(0, shown),
    expected.map((child) =>
      [
        withCompanions(names.get(child.unitId) ?? "", child.companions),
        child.className,
        child.lastName,
        child.firstName,
        absenceWords(child, date),
        child.phone,
      ].slice(0, shown),
    ),
  );
}

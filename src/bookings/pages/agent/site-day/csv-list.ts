import { frenchCsv } from "#platform";
import { absenceWords } from "./absence-words.ts";
import { ofSeveralSchools } from "../../../rules/school-class.ts";
import type { DayList, Expected } from "./day-list.ts";
import { withCompanions } from "../../../rules/companions.ts";
import { hoursWords } from "../../../rules/contract/contract-words.ts";
import { texts } from "./texts.fr.ts";

/**
 * The list of a day for a spreadsheet. Without `withPhones`, no such column; the school, the hours and the site that
 * somebody was moved from are columns on the days that have them.
 */
export function csvList({ units, expected }: DayList, date: Temporal.PlainDate, withPhones: boolean): string {
  const names = new Map(units.map(({ unitId, unitName }) => [unitId, unitName]));
  const words = texts.csvColumns;
  const all: readonly (readonly [header: string, shown: boolean, cell: (child: Expected) => string])[] = [
    [words.unit, true, (child) => withCompanions(names.get(child.unitId) ?? "", child.companions)],
    [words.school, ofSeveralSchools(expected), ({ schoolName }) => schoolName],
    [words.className, true, ({ className }) => className],
    [words.lastName, true, ({ lastName }) => lastName],
    [words.firstName, true, ({ firstName }) => firstName],
    [
      words.hours,
      expected.some(({ hours }) => hours !== null),
      ({ hours }) => (hours === null ? "" : hoursWords(hours)),
    ],
    [
      words.movedFrom,
      expected.some(({ movedFrom }) => movedFrom !== null),
      ({ movedFrom }) => movedFrom ?? "",
    ],
    [words.absence, true, (child) => absenceWords(child, date)],
    [words.phone, withPhones, ({ phone }) => phone],
  ];
  const columns = all.filter(([, shown]) => shown);
  return frenchCsv(
    columns.map(([header]) => header),
    expected.map((child) => columns.map(([, , cell]) => cell(child))),
  );
}

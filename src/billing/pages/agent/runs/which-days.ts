import { countOf, formatDay, joinList } from "#kernel";

/** « lundi 4 janvier », « lundi 4 janvier et mardi 5 janvier »,
 * « 14 jours, du lundi 4 janvier au vendredi 29 janvier ». */
export function whichDays(days: readonly Temporal.PlainDate[]): string {
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (days.length <= 2) return joinList(days.map((day) => formatDay(day)));
  return `${countOf(days.length, "jour")}, du ${formatDay(first)} au ${formatDay(last)}`;
}

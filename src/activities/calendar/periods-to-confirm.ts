import type { SchoolPeriod } from "#kernel";

/**
 * The periods that an agent has still to confirm: those from memory of this school year and the next ones, past ones
 * of this year too, as the calendar page marks them. « Ma journée » counts the same.
 */
export function periodsToConfirm(
  periods: readonly SchoolPeriod[],
  currentYear: string,
): readonly SchoolPeriod[] {
  return periods.filter(({ schoolYear, evidence }) => evidence === "G" && schoolYear >= currentYear);
}

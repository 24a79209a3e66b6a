/**
 * A corrected cell as it is kept: one that is said year by year bears its year.
 * @example « className » of « 2027-2028 » is « className 2027-2028 »; the import of 2026-2027 does not meet it.
 */
export function yearCell(field: string, schoolYear: string): string {
  return `${field} ${schoolYear}`;
}

/** The cell of a year without it; undefined where it is said of another year. */
export function cellOfYear(kept: string, schoolYear: string): string | undefined {
  const [field = "", year] = kept.split(" ");
  return year === undefined || year === schoolYear ? field : undefined;
}

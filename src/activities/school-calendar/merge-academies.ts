import { type SchoolPeriod, formatDateRange } from "#kernel";
import type { LineRefusal, ReadPeriod } from "./calendar-import.ts";

/**
 * Makes one period of the records that say the same for several académies of a zone. An open summer gives way to
 * the same summer with its end. Académies that disagree are all refused: nothing says which one is right.
 */
export function mergeAcademies(read: readonly ReadPeriod[]): {
  readonly merged: readonly ReadPeriod[];
  readonly refusals: readonly LineRefusal[];
} {
  const merged: ReadPeriod[] = [];
  const refusals: LineRefusal[] = [];
  for (const group of Map.groupBy(read, ({ period }) => `${period.schoolYear} ${period.label}`).values()) {
    const closed = group.filter(({ period }) => period.lastDayOff !== null);
    const [first, ...others] = closed.length > 0 ? closed : group;
    if (!first) continue;
    const other = others.find(({ period }) => !sameDays(period, first.period));
    if (other) refusals.push({ line: other.line, message: disagreement(first, other.period) });
    else merged.push(first);
  }
  return { merged, refusals };
}

function sameDays(a: SchoolPeriod, b: SchoolPeriod): boolean {
  return a.firstDayOff.equals(b.firstDayOff) && String(a.lastDayOff) === String(b.lastDayOff);
}

function disagreement(first: ReadPeriod, other: SchoolPeriod): string {
  const one = `${days(first.period)} (ligne ${first.line})`;
  return `Deux académies de la zone ne disent pas les mêmes dates pour « ${other.label} » ${other.schoolYear} : ${one}, ou ${days(other)}.`;
}

function days({ firstDayOff, lastDayOff }: SchoolPeriod): string {
  return formatDateRange(firstDayOff, lastDayOff ?? firstDayOff);
}

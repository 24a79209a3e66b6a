import { type SchoolPeriod, formatDateRange, formatShortDate, isSummer } from "#kernel";

/** A line of the file that was not taken, and why, in French for the agent. Lines count from 1, header included. */
export interface LineRefusal {
  readonly line: number;
  readonly message: string;
}

/** What a file of school holidays gives for one zone: one bad line never blocks the others. */
export interface CalendarImport {
  /** In the order of the calendar, without overlap. */
  readonly periods: readonly SchoolPeriod[];
  readonly refusals: readonly LineRefusal[];
}

/** A period as read from one line, before it is compared with the others. */
export interface ReadPeriod {
  readonly line: number;
  readonly period: SchoolPeriod;
}

/** The summer of métropole lasts eight to nine weeks; a year mistyped makes a period of hundreds of days. */
const LONGEST_DAYS = 75;

/**
 * Keeps the periods that hold together: an end after its start, a plausible length, the school year that its
 * dates say, no overlap with an earlier line. Refuses the others line by line.
 */
export function keepSoundPeriods(read: readonly ReadPeriod[]): CalendarImport {
  const kept: ReadPeriod[] = [];
  const refusals: LineRefusal[] = [];
  for (const candidate of read) {
    const message = faultOf(candidate.period) ?? overlapWith(kept, candidate.period);
    if (message === undefined) kept.push(candidate);
    else refusals.push({ line: candidate.line, message });
  }
  const periods = kept
    .map(({ period }) => period)
    .sort((a, b) => Temporal.PlainDate.compare(a.firstDayOff, b.firstDayOff));
  return { periods, refusals };
}

function faultOf(period: SchoolPeriod): string | undefined {
  const { firstDayOff, lastDayOff } = period;
  if (lastDayOff === null) {
    return isSummer(period)
      ? undefined
      : "Il manque le dernier jour : seul l’été peut ne pas encore en avoir.";
  }
  const days = firstDayOff.until(lastDayOff).days + 1;
  if (days < 1) {
    return `Le dernier jour (${formatShortDate(lastDayOff)}) vient avant le premier (${formatShortDate(firstDayOff)}).`;
  }
  if (days > LONGEST_DAYS) return `Ces vacances dureraient ${days} jours : vérifiez les deux dates.`;
  return undefined;
}

function overlapWith(kept: readonly ReadPeriod[], period: SchoolPeriod): string | undefined {
  const other = kept.find((k) => overlaps(k.period, period));
  if (!other) return undefined;
  const { label, firstDayOff, lastDayOff } = other.period;
  return `Recouvre « ${label} » ${formatDateRange(firstDayOff, lastDayOff ?? firstDayOff)}, ligne ${other.line}.`;
}

function overlaps(a: SchoolPeriod, b: SchoolPeriod): boolean {
  const { compare } = Temporal.PlainDate;
  return (
    compare(a.firstDayOff, b.lastDayOff ?? b.firstDayOff) <= 0 &&
    compare(b.firstDayOff, a.lastDayOff ?? a.firstDayOff) <= 0
  );
}

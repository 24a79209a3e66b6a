import { type EpochDay, toEpochDay, yearOf } from "./epoch-day.ts";

/** The three zones of the State's school calendar in métropole; Amiens, and so Ponthieu-Marquenterre, is in B. */
export type SchoolZone = "A" | "B" | "C";

/** A span without school, of one zone, as published. Both ends are days without school. */
export interface SchoolPeriod {
  /** « 2026-2027 ». The summer belongs to the year that follows it: July 2026 is in 2026-2027. */
  readonly schoolYear: string;
  /** `bridge`: a day or two added to a public holiday, such as the Friday after Ascension. */
  readonly kind: "holiday" | "bridge";
  readonly firstDayOff: Temporal.PlainDate;
  /** `null`: the start is published, the end is not yet (the last summer of the calendar). */
  readonly lastDayOff: Temporal.PlainDate | null;
  /** « Toussaint », « Été », « Pont de l'Ascension » */
  readonly label: string;
  /** `C`: read in a public source. `G`: from memory, shown to the agent as to be confirmed. */
  readonly evidence: "C" | "G";
}

/** What is known of school on a day. `unknown` names the school year that must be imported to know. */
export type SchoolDay =
  | { readonly kind: "school" }
  | { readonly kind: "off"; readonly period: SchoolPeriod }
  | { readonly kind: "unknown"; readonly schoolYear: string };

/** The periods of one zone, laid out to be asked day by day. */
export interface SchoolCalendar {
  readonly periods: readonly SchoolPeriod[];
  readonly periodByDay: ReadonlyMap<EpochDay, SchoolPeriod>;
  /** The first day of the summer holidays, by calendar year. */
  readonly summerStarts: ReadonlyMap<number, EpochDay>;
  /** The school years whose every day is known. */
  readonly completeYears: ReadonlySet<string>;
  /** The days of these years: from the first of one summer to the eve of the next. */
  readonly completeDays: readonly { readonly from: EpochDay; readonly before: EpochDay }[];
}

/** Every school year of métropole has four: Toussaint, Noël, winter, spring. */
const HOLIDAYS_WITHIN_A_YEAR = 4;

/**
 * Lays out the periods of one zone (from the database or an import), in any order.
 * An open period (`lastDayOff: null`) tells its first day only.
 */
export function schoolCalendar(periods: readonly SchoolPeriod[]): SchoolCalendar {
  const periodByDay = new Map<EpochDay, SchoolPeriod>();
  const summerStarts = new Map<number, EpochDay>();
  const holidaysWithin = new Map<string, number>();
  for (const period of periods) {
    const first = toEpochDay(period.firstDayOff);
    const last = period.lastDayOff ? toEpochDay(period.lastDayOff) : first;
    for (let day = first; day <= last; day++) periodByDay.set(day, period);
    if (isSummer(period)) summerStarts.set(period.firstDayOff.year, first);
    else if (period.kind === "holiday")
      holidaysWithin.set(period.schoolYear, (holidaysWithin.get(period.schoolYear) ?? 0) + 1);
  }
  const completeYears = new Set<string>();
  const completeDays: { from: EpochDay; before: EpochDay }[] = [];
  for (const [schoolYear, holidays] of holidaysWithin) {
    const start = Number(schoolYear.slice(0, 4));
    const from = summerStarts.get(start);
    const before = summerStarts.get(start + 1);
    if (from === undefined || before === undefined || holidays < HOLIDAYS_WITHIN_A_YEAR) continue;
    completeYears.add(schoolYear);
    completeDays.push({ from, before });
  }
  return { periods, periodByDay, summerStarts, completeYears, completeDays };
}

/**
 * @rule Les vacances scolaires
 *
 * Les vacances sont celles que l'État publie pour la zone (A, B ou C) ; aucune date n'est devinée. Une année
 * scolaire est connue quand on a le début de l'été qui la précède, ses quatre vacances et le début de l'été
 * qui la suit. Un jour d'une année qui n'est pas connue n'est ni un jour d'école ni un jour de vacances :
 * l'agent est averti de l'année à importer, et les séances qui en dépendent ne sont pas créées.
 *
 * Exemple : le calendrier de la zone B s'arrête au début de l'été 2027, dont la fin n'est pas publiée. Le
 * vendredi 2 juillet 2027 est un jour d'école, le samedi 3 juillet commence les vacances, et à partir du
 * dimanche 4 juillet 2027 le calendrier manque : il faut importer l'année 2027-2028.
 *
 * In: the calendar of one zone and a day. Out: school, off (with the period) or unknown (with the year to import).
 */
export function schoolDay(calendar: SchoolCalendar, day: EpochDay): SchoolDay {
  const period = calendar.periodByDay.get(day);
  if (period) return { kind: "off", period };
  if (calendar.completeDays.some(({ from, before }) => from <= day && day < before))
    return { kind: "school" };
  return { kind: "unknown", schoolYear: yearLabel(schoolYearStart(calendar, day)) };
}

/** The same for a date: whether there is school, which holiday it is, or which school year is missing. */
export function schoolDayOn(calendar: SchoolCalendar, date: Temporal.PlainDate): SchoolDay {
  return schoolDay(calendar, toEpochDay(date));
}

/**
 * The school year a date is in, « 2026-2027 » from 4 July 2026 (zone B) to 2 July 2027.
 * Where that summer's start is not known, the year that must tell it: up to 31 August, the one that ends.
 */
export function schoolYearOf(calendar: SchoolCalendar, date: Temporal.PlainDate): string {
  return yearLabel(schoolYearStart(calendar, toEpochDay(date)));
}

/**
 * The last day of which the calendar says whether there is school, without a gap before it: 3 July 2027 for
 * the shipped zone B. `undefined` when no school year is complete. Shown to agents: « connu jusqu'au … ».
 */
export function schoolCalendarKnownUntil(calendar: SchoolCalendar): Temporal.PlainDate | undefined {
  const [firstYear] = [...calendar.completeYears].sort();
  if (firstYear === undefined) return undefined;
  let year = Number(firstYear.slice(0, 4));
  while (calendar.completeYears.has(yearLabel(year))) year++;
  const summer = calendar.periods.find((p) => isSummer(p) && p.firstDayOff.year === year);
  return summer?.lastDayOff ?? summer?.firstDayOff;
}

/** Whether the period is the summer holidays: in métropole the only ones that begin in June or July. */
export function isSummer(period: Pick<SchoolPeriod, "kind" | "firstDayOff">): boolean {
  return period.kind === "holiday" && (period.firstDayOff.month === 6 || period.firstDayOff.month === 7);
}

/** The school year that the dates of a period say: the summer opens a year, August to December are in its first half. */
export function yearOfSchoolPeriod(period: Pick<SchoolPeriod, "kind" | "firstDayOff">): string {
  const { year, month } = period.firstDayOff;
  return yearLabel(isSummer(period) || month >= 8 ? year : year - 1);
}

function schoolYearStart(calendar: SchoolCalendar, day: EpochDay): number {
  const year = yearOf(day);
  const summer = calendar.summerStarts.get(year) ?? toEpochDay(new Temporal.PlainDate(year, 9, 1));
  return day >= summer ? year : year - 1;
}

function yearLabel(start: number): string {
  return `${start}-${start + 1}`;
}

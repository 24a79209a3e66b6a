import { choosableTimes } from "../hours.ts";
import type { Hours } from "../lines.ts";

/** Arrival and departure on one day of the week (1 is Monday), in local minutes. */
export interface DayHours extends Hours {
  readonly weekday: number;
}

/** The days of a week on which a child comes, each once, from Monday on. */
export type WeekPattern = readonly DayHours[];

/** Between which minutes a unit is open, and in steps of how many its hours are chosen. */
export interface UnitHours extends Hours {
  readonly step: number;
}

/** What a nursery and a family agreed upon. */
export interface ContractTerms {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly week: WeekPattern;
  /** While the child gets used to the place, until this day, another week holds. */
  readonly adapting: { readonly until: Temporal.PlainDate; readonly week: WeekPattern } | null;
}

/** What a week comes to, in minutes. */
export function minutesOfWeek(week: WeekPattern): number {
  return week.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The first day of a week whose hours the unit does not have, or that is there twice. */
export function wrongDay(week: WeekPattern, unit: UnitHours): number | undefined {
  const steps = new Set(choosableTimes(unit, unit.step));
  return week.find(
    ({ weekday, from, to }, index) =>
      from >= to ||
      !steps.has(from) ||
      !steps.has(to) ||
      week.findIndex((other) => other.weekday === weekday) !== index,
  )?.weekday;
}

/**
 * @rule Heures d'un contrat d'accueil
 *
 * Un contrat dit une semaine type, d'un jour à un autre. Pendant la période d'adaptation, jusqu'à son dernier jour
 * compris, une autre semaine, plus courte, la remplace. Un jour que la semaine ne cite pas n'a pas d'accueil.
 *
 * Exemple : du 4 janvier au 2 juillet 2027, lundi, mardi et jeudi de 8 h à 17 h 30, adaptation jusqu'au 8 janvier le
 * lundi et le mardi de 9 h à 11 h. Le jeudi 7 janvier n'a pas d'accueil ; le jeudi 14, de 8 h à 17 h 30.
 *
 * In: the terms and a date. Out: the hours agreed upon for that date, null where there are none.
 */
export function hoursOn(
  { firstDay, lastDay, week, adapting }: ContractTerms,
  date: Temporal.PlainDate,
): Hours | null {
  const { compare } = Temporal.PlainDate;
  if (compare(date, firstDay) < 0 || compare(date, lastDay) > 0) return null;
  const holds = adapting !== null && compare(date, adapting.until) <= 0 ? adapting.week : week;
  const day = holds.find(({ weekday }) => weekday === date.dayOfWeek);
  return day === undefined ? null : { from: day.from, to: day.to };
}

/**
 * Agreed hours as a slot can give them: within its hours of that day, which may be shorter than the unit's own, in its
 * steps (a step that is begun is taken whole). Null where the slot has none of them.
 */
export function hoursInSlot(wanted: Hours, slot: UnitHours): Hours | null {
  const { from: opens, to: closes, step } = slot;
  if (wanted.to <= opens || wanted.from >= closes) return null;
  const steps = (minutes: number, round: (n: number) => number) =>
    opens + round((minutes - opens) / step) * step;
  return {
    from: Math.max(opens, steps(wanted.from, Math.floor)),
    to: Math.min(closes, steps(wanted.to, Math.ceil)),
  };
}

import { capitalise, formatDayOfMonth, formatTime, joinList, monthName, weekdayName } from "#kernel";

import { dateInFull } from "../date-in-full.ts";
import type { Hours } from "../lines.ts";
import { minutesOfWeek, type ContractTerms, type WeekPattern } from "./week-pattern.ts";

/** « 28 h 30 », « 45 min », « 9 h 05 »: how long, to the minute. */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}\u00a0min`;
  const whole = `${hours.toLocaleString("fr-FR")}\u00a0h`;
  return rest === 0 ? whole : `${whole}\u00a0${String(rest).padStart(2, "0")}`;
}

/** « 17 h 30 »; midnight at the end of the day is « 24 h ». */
export function minuteWords(minute: number): string {
  if (minute >= 1440) return "24\u00a0h";
  return formatTime(new Temporal.PlainTime(Math.floor(minute / 60), minute % 60));
}

/** « de 8 h à 17 h 30 » */
export function hoursWords({ from, to }: Hours): string {
  return `de ${minuteWords(from)} à ${minuteWords(to)}`;
}

/** « lundi, mardi et jeudi de 8 h à 17 h 30, mercredi de 9 h à 12 h »: days with the same hours are told together. */
function daysWords(week: WeekPattern): string {
  const days = week.toSorted((a, b) => a.weekday - b.weekday);
  return [...Map.groupBy(days, hoursWords)]
    .map(([hours, alike]) => `${joinList(alike.map(({ weekday }) => weekdayName(weekday)))} ${hours}`)
    .join(", ");
}

/** « lundi et mardi de 9 h à 11 h : 4 h par semaine » */
export function weekWords(week: WeekPattern): string {
  return `${daysWords(week)} : ${durationWords(minutesOfWeek(week))} par semaine`;
}

/** « du 4 janvier au 2 juillet 2027 » */
export function spanWords({ firstDay, lastDay }: Pick<ContractTerms, "firstDay" | "lastDay">): string {
  const day = (date: Temporal.PlainDate) => `${formatDayOfMonth(date)} ${monthName(date.month)}`;
  if (firstDay.equals(lastDay)) return `le ${day(firstDay)} ${firstDay.year}`;
  const year = firstDay.year === lastDay.year ? "" : ` ${firstDay.year}`;
  return `du ${day(firstDay)}${year} au ${day(lastDay)} ${lastDay.year}`;
}

/**
 * A contract in one sentence, two with an adaptation:
 * « Du 4 janvier au 2 juillet 2027, lundi, mardi et jeudi de 8 h à 17 h 30 : 28 h 30 par semaine. »
 */
export function contractWords(terms: ContractTerms): string {
  const { week, adapting } = terms;
  const whole = `${capitalise(spanWords(terms))}, ${weekWords(week)}.`;
  if (adapting === null) return whole;
  return `${whole} Adaptation jusqu’au ${dateInFull(adapting.until)}, ${weekWords(adapting.week)}.`;
}

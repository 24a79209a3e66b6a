import {
  type DayOffReason,
  type SkippedDays,
  formatDateRange,
  formatDay,
  formatDayOfMonth,
  schoolPeriodName,
  weekdayName,
} from "#kernel";

/**
 * Why days were skipped, one phrase per reason, in the order of the calendar:
 * « samedi 4 et dimanche 5 avril ne comptent pas (week-end) », « lundi 6 avril est férié (lundi de Pâques) ».
 * Week-ends and weekdays that return are told once: « les week-ends ne comptent pas ».
 */
export function skippedPhrases(skipped: readonly SkippedDays[]): readonly string[] {
  const phrases = skipped.map((days) => {
    const alike = skipped.filter((other) => isHabit(days.reason, other.reason));
    return alike.length > 1 ? habit(alike) : phrase(days);
  });
  return [...new Set(phrases)];
}

function phrase(days: SkippedDays): string {
  const { reason } = days;
  if (reason.kind === "publicHoliday") return `${formatDay(days.first)} est férié (${reason.name})`;
  const length = days.first.until(days.last).days + 1;
  const verb = length === 1 ? "ne compte pas" : "ne comptent pas";
  return `${dayNames(days, length)} ${verb}${label(reason, length)}`;
}

function dayNames({ first, last }: SkippedDays, length: number): string {
  if (length === 1) return formatDay(first);
  if (length > 2) return `les jours ${formatDateRange(first, last)}`;
  const sameMonth = first.month === last.month;
  const start = sameMonth ? `${weekdayName(first.dayOfWeek)} ${formatDayOfMonth(first)}` : formatDay(first);
  return `${start} et ${formatDay(last)}`;
}

function label(reason: DayOffReason, length: number): string {
  switch (reason.kind) {
    case "schoolHoliday":
      return ` (${schoolPeriodName(reason.period)})`;
    case "publicHoliday":
      return ` (${reason.name})`;
    case "closure":
      return ` (${reason.closure.message})`;
    case "weekend":
      return length === 1 ? "" : " (week-end)";
    case "weekday":
      return "";
  }
}

/** Week-ends and weekdays come back every week; a holiday or a closure is a date. */
function isHabit(reason: DayOffReason, other: DayOffReason): boolean {
  if (reason.kind === "weekday") return other.kind === "weekday" && other.weekday === reason.weekday;
  return reason.kind === "weekend" && other.kind === "weekend";
}

function habit(alike: readonly SkippedDays[]): string {
  const weekdays = new Set(alike.flatMap(({ first, last }) => [first.dayOfWeek, last.dayOfWeek]));
  const [only] = weekdays;
  if (weekdays.size === 1 && only !== undefined) return `les ${weekdayName(only)}s ne comptent pas`;
  return "les week-ends ne comptent pas";
}

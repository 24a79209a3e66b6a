import type { DayGridWeek, Weekday } from "./day-grid-types.ts";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/**
 * Classes that set the width of the columns: the same for every week of the grid, so that
 * Mondays stand under Mondays. A weekday that is never open is folded to a strip; one that no
 * week shows takes no room; one closed once (a public holiday) keeps its width.
 */
export function columnClasses(weeks: readonly DayGridWeek[]): string {
  const days = weeks.flatMap((week) => week.days);
  return weekdays
    .flatMap((weekday) => {
      const column = days.filter((day) => day.weekday === weekday);
      if (column.length === 0) return `none-${weekday}`;
      return isFolded(weeks, weekday) ? `fold-${weekday}` : [];
    })
    .join(" ");
}

/** A weekday on which no week of the grid is open. */
export function isFolded(weeks: readonly DayGridWeek[], weekday: Weekday): boolean {
  return !weeks.some((week) => week.days.some((day) => day.weekday === weekday && "cells" in day));
}

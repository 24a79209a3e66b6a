import type { DayGridRow, DayGridWeek, DayGridWords, Weekday } from "./day-grid-types.ts";
import { columnClasses, isFolded } from "./folded-columns.ts";
import { WeekTable } from "./week-table.tsx";

export type DayGridProps = {
  rows: readonly DayGridRow[];
  weeks: readonly DayGridWeek[];
  words: DayGridWords;
};

/**
 * Weeks of boxes to tick, inside the caller's form. One markup for both shapes: a table per
 * week whose rows are days; a card a day on a telephone, a day a column from 768 px. It works
 * without a script; `day-grid.island.ts` adds the arrow keys and the count in the bar.
 */
export function DayGrid({ rows, weeks, words }: DayGridProps) {
  const columns = columnClasses(weeks);
  const folded = new Set(([1, 2, 3, 4, 5, 6, 7] as const).filter((day: Weekday) => isFolded(weeks, day)));
  return (
    <div data-day-grid>
      {weeks.map((all) => {
        const { week, rows: offered } = ofWeek(all, rows);
        const table = (
          <WeekTable week={week} rows={offered} words={words} columns={columns} folded={folded} />
        );
        return week.folded ? (
          <details class="past">
            <summary>{week.folded}</summary>
            {table}
          </details>
        ) : (
          table
        );
      })}
    </div>
  );
}

/**
 * A line that offers nothing on any day of a week is left out of it: of ten services, a week of holidays shows the
 * two that are open. Where no line has anything, all stand.
 */
function ofWeek(
  week: DayGridWeek,
  rows: readonly DayGridRow[],
): Pick<DayGridProps, "rows"> & { week: DayGridWeek } {
  const offers = (index: number) =>
    week.days.some((day) => "cells" in day && (day.cells[index] ?? null) !== null);
  const kept = new Set(rows.keys().filter(offers));
  if (kept.size === 0 || kept.size === rows.length) return { week, rows };
  const days = week.days.map((day) =>
    "cells" in day ? { ...day, cells: day.cells.filter((_, index) => kept.has(index)) } : day,
  );
  return { week: { ...week, days }, rows: rows.filter((_, index) => kept.has(index)) };
}

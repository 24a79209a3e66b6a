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
      {weeks.map((week) => {
        const table = <WeekTable week={week} rows={rows} words={words} columns={columns} folded={folded} />;
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

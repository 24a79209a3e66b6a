import { texts } from "../texts.fr.ts";
import { DayCell } from "./day-cell.tsx";
import { RowName } from "./row-name.tsx";
import type { ClosedDay, DayGridRow, DayGridWeek, DayGridWords, OpenDay, Weekday } from "./day-grid-types.ts";

export type WeekTableProps = {
  week: DayGridWeek;
  rows: readonly DayGridRow[];
  words: DayGridWords;
  columns: string;
  folded: ReadonlySet<Weekday>;
};

/**
 * One week. Each `<tr>` is a day, with the day as its row heading, each line of the family a
 * column heading: the order of the document is day by day in both shapes, so the tab key and a
 * screen reader follow the eye. Roles are explicit because the display is changed.
 */
export function WeekTable({ week, rows, words, columns, folded }: WeekTableProps) {
  return (
    <table class={`week ${columns}`} role="table">
      <caption>{week.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span class="vh">{texts.day}</span>
          </th>
          {rows.map((row, index) => (
            <th role="columnheader" scope="col" class={groupClass(rows, index)}>
              <RowName row={row} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {week.days.map((day) =>
          "cells" in day ? (
            <OpenDayRow day={day} rows={rows} words={words} />
          ) : (
            <ClosedDayRow day={day} rowCount={rows.length} folded={folded.has(day.weekday)} />
          ),
        )}
      </tbody>
    </table>
  );
}

function OpenDayRow({
  day,
  rows,
  words,
}: {
  day: OpenDay;
  rows: readonly DayGridRow[];
  words: DayGridWords;
}) {
  return (
    <tr role="row" class={`day day-${day.weekday}`}>
      <th role="rowheader" scope="row">
        <strong>{day.label}</strong>
        {day.mark && <mark>{day.mark}</mark>}
        {day.note && <p class="day-note">{day.note}</p>}
      </th>
      {rows.map((row, index) => (
        <DayCell
          row={row}
          day={day.label}
          cell={day.cells[index] ?? null}
          words={words}
          group={groupClass(rows, index)}
        />
      ))}
    </tr>
  );
}

function ClosedDayRow({ day, rowCount, folded }: { day: ClosedDay; rowCount: number; folded: boolean }) {
  const shape = `day day-${day.weekday} day-closed${folded ? " day-folded" : ""}${day.quiet ? " day-quiet" : ""}`;
  return (
    <tr role="row" class={shape}>
      <th role="rowheader" scope="row">
        <strong>
          <span class="day-long">{day.label}</span>
          {folded && <span class="day-short">{day.shortLabel}</span>}
        </strong>
      </th>
      <td role="cell" colSpan={rowCount} aria-colspan={rowCount}>
        <span>{day.closed}</span>
      </td>
    </tr>
  );
}

/** The first line of a person, after another person's, opens a group. */
function groupClass(rows: readonly DayGridRow[], index: number): string | undefined {
  const before = rows[index - 1];
  return before !== undefined && before.who.name !== rows[index]?.who.name ? "group" : undefined;
}

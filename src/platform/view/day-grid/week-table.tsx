import { texts } from "../texts.fr.ts";
import { DayCell } from "./day-cell.tsx";
import { namedLines, rowPlaces, type RowPlace } from "./row-groups.ts";
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
  const places = rowPlaces(rows);
  return (
    <table class={`week ${columns}`} role="table">
      <caption>{week.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span class="vh">{texts.day}</span>
          </th>
          {linesOf(rows, places).map(({ row, place }) => (
            <th
              role="columnheader"
              scope="col"
              class={place.opensGroup ? "group" : undefined}
              data-cents={row.price?.cents}
              data-hours={row.price?.hours}
            >
              <RowName row={row} place={place} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {week.days.map((day) =>
          "cells" in day ? (
            <OpenDayRow day={day} rows={rows} places={places} words={words} />
          ) : (
            <ClosedDayRow day={day} rowCount={rows.length} folded={folded.has(day.weekday)} />
          ),
        )}
      </tbody>
    </table>
  );
}

interface Line {
  row: DayGridRow;
  place: RowPlace;
}

function linesOf(rows: readonly DayGridRow[], places: readonly RowPlace[]): readonly Line[] {
  return rows.flatMap((row, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ row, place }];
  });
}

function OpenDayRow({
  day,
  rows,
  places,
  words,
}: {
  day: OpenDay;
  rows: readonly DayGridRow[];
  places: readonly RowPlace[];
  words: DayGridWords;
}) {
  const named = namedLines(places, day.cells);
  return (
    <tr role="row" class={`day day-${day.weekday}`}>
      <th role="rowheader" scope="row" id={day.id}>
        <strong>{day.label}</strong>
        {day.mark && <mark>{day.mark}</mark>}
        {day.note && <p class="day-note">{day.note}</p>}
        {day.menu && (
          <p class="day-note">
            <a href={day.menu.href}>{day.menu.label}</a> {day.menu.words}
          </p>
        )}
        {day.menu?.warnings.map((words) => (
          <p class="day-note">
            <b>{words}</b>
          </p>
        ))}
      </th>
      {linesOf(rows, places).map(({ row, place }, index) => {
        const cell = day.cells[index] ?? null;
        const name = named.has(index);
        return <DayCell row={row} place={place} day={day.label} cell={cell} words={words} name={name} />;
      })}
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

import { ChildBadge } from "../data/child-badge.tsx";
import { stateIcons } from "../data/state-label.tsx";
import { Icon } from "../icons/icon.tsx";
import { texts } from "../texts.fr.ts";
import type { DayGridCell, DayGridRow, DayGridWords } from "./day-grid-types.ts";
import type { RowPlace } from "./row-groups.ts";
import { RowLabel, WholeName } from "./row-name.tsx";

export type DayCellProps = {
  row: DayGridRow;
  place: RowPlace;
  /** The day in words: part of the name of the box for those who hear it alone. */
  day: string;
  cell: DayGridCell | null;
  words: DayGridWords;
  /** Written above the line on a card: the first of this day that the person has something in. */
  name: boolean;
};

/** A box with its state in words, or the state alone where nothing can be done any more. */
export function DayCell({ row, place, day, cell, words, name }: DayCellProps) {
  const group = place.opensGroup ? " group" : "";
  if (cell === null) {
    return (
      <td role="cell" class={`cell-none${group}`}>
        <span class="vh">{texts.notOffered}</span>
      </td>
    );
  }
  const { choice } = cell;
  const who = <Who row={row} place={place} day={day} />;
  return (
    <td
      role="cell"
      class={`is-${cell.tone}${group}`}
      data-was={choice?.saved ? "" : undefined}
      data-turn={choice?.turn ? "" : undefined}
      data-cents={choice?.cents}
    >
      {name && (
        <p class="cell-child" aria-hidden="true">
          <ChildBadge {...row.who} />
        </p>
      )}
      {choice ? (
        <label class="cell">
          <input
            class="check"
            type="checkbox"
            id={choice.id}
            name={choice.name}
            value={choice.value}
            checked={choice.checked}
            aria-describedby={cell.note === undefined ? undefined : `delai-${choice.value}`}
          />
          {who}
          <span class="cell-word">{cell.word}</span>
          <span class="cell-word cell-next">
            {choice.next ?? (choice.saved ? words.removed : words.added)}
            {choice.told && (
              <>
                , <span data-told={choice.told.by}>{choice.told.words}</span>
              </>
            )}
          </span>
        </label>
      ) : (
        <div class="cell">
          <Icon name={stateIcons[cell.tone]} />
          {who}
          <span class="cell-word">{cell.word}</span>
        </div>
      )}
      {cell.note && (
        <p class="day-note cell-note" id={choice && `delai-${choice.value}`}>
          {cell.note}
        </p>
      )}
    </td>
  );
}

/** The line, and the day for those who hear the box alone; a name that stands above is repeated to them only. */
function Who({ row, place, day }: Pick<DayCellProps, "row" | "place" | "day">) {
  return (
    <span class="cell-who">
      {place.alone ? (
        <WholeName row={row} />
      ) : (
        <>
          <span class="vh">{row.who.name} </span>
          <RowLabel row={row} />
        </>
      )}
      <span class="vh">, {day} : </span>
    </span>
  );
}

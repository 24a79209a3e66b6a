import { stateIcons } from "../data/state-label.tsx";
import { Icon } from "../icons/icon.tsx";
import { texts } from "../texts.fr.ts";
import type { DayGridCell, DayGridRow, DayGridWords } from "./day-grid-types.ts";
import { RowName } from "./row-name.tsx";

export type DayCellProps = {
  row: DayGridRow;
  /** The day in words: part of the name of the box for those who hear it alone. */
  day: string;
  cell: DayGridCell | null;
  words: DayGridWords;
  group?: string | undefined;
};

/** A box with its state in words, or the state alone where nothing can be done any more. */
export function DayCell({ row, day, cell, words, group }: DayCellProps) {
  if (cell === null) {
    return (
      <td role="cell" class={`cell-none ${group ?? ""}`}>
        <span class="vh">{texts.notOffered}</span>
      </td>
    );
  }
  const { choice } = cell;
  const who = (
    <span class="cell-who">
      <RowName row={row} />
      <span class="vh">, {day} : </span>
    </span>
  );
  return (
    <td
      role="cell"
      class={`is-${cell.tone}${group ? ` ${group}` : ""}`}
      data-was={choice?.saved ? "" : undefined}
    >
      {choice ? (
        <label class="cell">
          <input
            class="check"
            type="checkbox"
            id={choice.id}
            name={choice.name}
            value={choice.value}
            checked={choice.checked}
          />
          {who}
          <span class="cell-word">{cell.word}</span>
          <span class="cell-word cell-next">{choice.saved ? words.removed : words.added}</span>
        </label>
      ) : (
        <div class="cell">
          <Icon name={stateIcons[cell.tone]} />
          {who}
          <span class="cell-word">{cell.word}</span>
        </div>
      )}
      {cell.note && <p class="day-note cell-note">{cell.note}</p>}
    </td>
  );
}

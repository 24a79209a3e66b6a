import { flawOf, tidy } from "./cells.ts";
import type { Located } from "./headings.ts";
import type { Row } from "./read-rows.ts";
import type { OndeFile, Refusal, RefusalReason, RefusalScope } from "../rules/refusal.ts";

/** Reads the cells of one line and gathers what is refused in it. */
export interface LineReader<Field extends string> {
  readonly line: number;
  readonly refusals: Refusal[];
  /** A cell, tidied; empty when the column or the cell is absent. Refuses the line when the text is damaged. */
  text(field: Field): string;
  /** The same, by position: for repeated columns. */
  textAt(position: number | undefined): string;
  /** A cell that may not be empty: refuses the line otherwise. */
  needed(field: Field): string;
  /** Notes that what stands under this heading is refused. */
  refuse(scope: RefusalScope, at: Field | number, reason: RefusalReason): void;
  headingAt(position: number): string;
  /** Whether the line as a whole is refused. */
  refused(): boolean;
}

/** Opens a line for reading. */
export function readLine<Field extends string>(
  file: OndeFile,
  row: Row,
  located: Located<Field>,
): LineReader<Field> {
  const refusals: Refusal[] = [];
  const written = row.cells === "quotes_broken" ? [] : row.cells;
  const overflows = written.slice(located.headings.length).some((cell) => tidy(cell) !== "");
  // Cells of a line that is cut wrongly stand under the wrong headings: none is read.
  const cutWrongly = row.cells === "quotes_broken" || overflows;
  const cells = cutWrongly ? [] : written;
  const headingAt = (position: number): string => located.headings[position] ?? "";
  const add = (scope: RefusalScope, position: number | undefined, reason: RefusalReason): void => {
    const place = position === undefined ? {} : { column: headingAt(position), value: cells[position] ?? "" };
    refusals.push({ file, scope, line: row.line, ...place, reason });
  };
  if (row.cells === "quotes_broken") add("line", undefined, { code: "quotes_broken" });
  if (overflows) {
    add("line", undefined, {
      code: "too_many_cells",
      expected: located.headings.length,
      cells: written.length,
    });
  }
  const textAt = (position: number | undefined): string => {
    const cell = position === undefined ? undefined : cells[position];
    if (cell === undefined) return "";
    const flaw = flawOf(cell);
    if (flaw !== undefined) add("line", position, flaw);
    return tidy(cell);
  };
  const text = (field: Field): string => textAt(located.positions.get(field));
  return {
    line: row.line,
    refusals,
    text,
    textAt,
    needed(field) {
      const value = text(field);
      if (value === "" && !cutWrongly) add("line", located.positions.get(field), { code: "value_missing" });
      return value;
    },
    refuse: (scope, at, reason) =>
      add(scope, typeof at === "number" ? at : located.positions.get(at), reason),
    headingAt,
    refused: () => refusals.some(({ scope }) => scope === "line"),
  };
}

import { CsvError, parse } from "csv-parse/sync";

/** One record of a CSV file: where it starts, its cells, or the fact that its quotes cannot be read. */
export interface Row {
  /** Line of the file, 1 for the first. */
  readonly line: number;
  readonly cells: readonly string[] | "quotes_broken";
}

const OPTIONS = {
  delimiter: ";",
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  // A lost quote would otherwise swallow the rest of the file into one cell.
  max_record_size: 20_000,
};

const LINE_END = /\r\n|\n|\r/;

const blank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

function wholeFile(text: string): Row[] {
  let next = 1;
  return parse(text, OPTIONS).map((cells) => {
    const line = next;
    next += 1;
    for (const cell of cells) if (/[\r\n]/.test(cell)) next += cell.split(LINE_END).length - 1;
    return { line, cells };
  });
}

function lineByLine(text: string): Row[] {
  return text.split(LINE_END).map((lineText, index) => {
    try {
      return { line: index + 1, cells: parse(lineText, OPTIONS)[0] ?? [] };
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      return { line: index + 1, cells: "quotes_broken" as const };
    }
  });
}

/**
 * Cuts a `;` file into records. A file whose quotes are all right may hold line breaks inside quotes; as soon
 * as one quote is lost, each line is read by itself, so that only the lines at fault are lost.
 */
export function readRows(text: string): Row[] {
  const rows = ((): Row[] => {
    try {
      return wholeFile(text);
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      return lineByLine(text);
    }
  })();
  return rows.filter((row) => row.cells === "quotes_broken" || !blank(row.cells));
}

import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { LineRefusal } from "./calendar-import.ts";

/** One line of a CSV file by header name, with its number in the file (the header is line 1). */
export interface CsvLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const parsedLines = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/**
 * Cuts a CSV text with a header line into lines, UTF-8 with or without BOM. Lines that are not well formed are refused one
 * by one.
 * @param delimiter what stands between two cells: `,` or `;`, unless told
 */
export function csvLines(
  text: string,
  delimiter: readonly string[] = [",", ";"],
): { lines: readonly CsvLine[]; refusals: readonly LineRefusal[] } {
  const refusals: LineRefusal[] = [];
  const refuseLine = (line: number | undefined): void => {
    refusals.push({
      line: line ?? 1,
      message:
        "Cette ligne n’a pas le même nombre de colonnes que la première, ou un guillemet n’est pas fermé.",
    });
  };
  const parsed: unknown = parse(text, {
    bom: true,
    columns: true,
    delimiter: [...delimiter],
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error) => {
      const line: unknown = error?.["lines"];
      refuseLine(typeof line === "number" ? line : undefined);
      return undefined;
    },
  });
  const lines = parsedLines.parse(parsed).map(({ record, info }) => ({ line: info.lines, cells: record }));
  return { lines, refusals };
}

import { parse } from "csv-parse";
import type { Readable } from "node:stream";
import { z } from "zod";

import { type Cents, cents, formatCents } from "#kernel";

import { reportAmount, type ReportColumns, reportColumns, reportDay } from "./report-cells.ts";
import { texts } from "./texts.fr.ts";

/** One payment of PayFiP's daily report. */
export interface ReportLine {
  readonly kind: "line";
  /** Its number in the file, from 1. */
  readonly line: number;
  readonly day: Temporal.PlainDate;
  readonly refdet: string;
  readonly amount: Cents;
}

/** What is refused of the file, where, and what to do. A file with one is not imported. */
export interface ReportFinding {
  readonly kind: "refused";
  readonly line: number;
  readonly sentence: string;
}

const row = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

/**
 * Reads PayFiP's daily report (EN-TETE, LIGNE of titles, LIGNE for each payment, PIED-DE-PAGE with their number and
 * total) as it comes, keeping nothing: what each line says or why it cannot be read, in order. The totals of the foot are
 * compared with what was read, so the last word comes last: write nothing for good before the end.
 */
export async function* readReport(file: Readable): AsyncGenerator<ReportLine | ReportFinding> {
  const reader = new ReportReader();
  const rows = file.pipe(
    parse({
      bom: true,
      delimiter: [";", "\t"],
      record_delimiter: ["\r\n", "\n", "\r"],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 4096,
    }),
  );
  file.once("error", (error) => rows.destroy(error));
  try {
    for await (const read of rows) {
      const { record, info } = row.parse(read);
      yield* reader.read(record, info.lines);
    }
  } catch (error) {
    const line = unreadableAt(error);
    if (line === undefined) throw error;
    yield refused(line, texts.unreadable);
    return;
  }
  yield* reader.end();
}

type Read = ReportLine | ReportFinding;

/** Where in the file we are, and what was counted so far. */
class ReportReader {
  #lastLine = 0;
  #head = false;
  #columns: ReportColumns | undefined;
  #titlesSeen = false;
  #foot = false;
  #count = 0;
  #total = 0;

  /** What one row says. */
  read([kind = "", ...cells]: readonly string[], line: number): Read[] {
    this.#lastLine = line;
    const before: Read[] = [];
    if (!this.#head && kind !== "EN-TETE") before.push(refused(line, texts.noHead));
    const again = this.#head && kind === "EN-TETE";
    this.#head = true;
    if (this.#foot) return [...before, refused(line, texts.afterFoot)];
    if (again) return [refused(line, texts.headAgain)];
    switch (kind) {
      case "EN-TETE":
        return before;
      case "LIGNE":
        return [...before, ...this.#readLine(cells, line)];
      case "PIED-DE-PAGE":
        this.#foot = true;
        return [...before, ...this.#readFoot(cells, line)];
      default:
        return [...before, refused(line, texts.notARow)];
    }
  }

  /** What is missing once everything was read. */
  end(): Read[] {
    const line = this.#lastLine + 1;
    if (!this.#head) return [refused(line, texts.noHead)];
    return [
      ...(this.#titlesSeen ? [] : [refused(line, texts.noTitles)]),
      ...(this.#foot ? [] : [refused(line, texts.noFoot)]),
    ];
  }

  #readLine(cells: readonly string[], line: number): Read[] {
    if (!this.#titlesSeen) {
      this.#titlesSeen = true;
      this.#columns = reportColumns(cells);
      return this.#columns === undefined ? [refused(line, texts.titles("DATE, REFDET et MONTANT"))] : [];
    }
    this.#count++;
    // Its titles were refused: what stands where is not known.
    if (this.#columns === undefined) return [];
    if (cells.length !== this.#columns.width) return [refused(line, texts.columns)];
    const { date, refdet, amount } = this.#columns;
    const [writtenDay = "", reference = "", writtenAmount = ""] = [cells[date], cells[refdet], cells[amount]];
    const [day, read] = [reportDay(writtenDay), reportAmount(writtenAmount)];
    this.#total += read ?? 0;
    if (day === undefined) return [refused(line, texts.date(writtenDay))];
    if (!/^[A-Za-z0-9]{6,30}$/.test(reference)) return [refused(line, texts.refdet(reference))];
    if (read === undefined) return [refused(line, texts.amount(writtenAmount))];
    return [{ kind: "line", line, day, refdet: reference, amount: read }];
  }

  #readFoot([count = "", total = ""]: readonly string[], line: number): Read[] {
    const told = reportAmount(total);
    if (!/^\d{1,9}$/.test(count) || told === undefined) return [refused(line, texts.foot)];
    const findings: Read[] = [];
    if (Number(count) !== this.#count) findings.push(refused(line, texts.count(Number(count), this.#count)));
    if (told !== this.#total) {
      findings.push(refused(line, texts.total(formatCents(told), formatCents(cents(this.#total)))));
    }
    return findings;
  }
}

function refused(line: number, sentence: string): ReportFinding {
  return { kind: "refused", line, sentence };
}

/** The line at which the text stops being one of cells; undefined when the error is another. */
function unreadableAt(error: unknown): number | undefined {
  const read = z.object({ code: z.string().startsWith("CSV_"), lines: z.number() }).safeParse(error);
  return read.success ? read.data.lines : undefined;
}

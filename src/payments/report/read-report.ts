import { CsvError, parse } from "csv-parse";
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
  /** What only some files tell of a payment; null where this one does not, or leaves it empty. */
  readonly reference: string | null;
  readonly account: string | null;
  readonly result: string | null;
  readonly mode: string | null;
}

/** What EN-TETE says: of which account the file is, and of which days; null or empty where it does not say. */
export interface ReportHead {
  readonly kind: "head";
  readonly account: string | null;
  readonly days: readonly Temporal.PlainDate[];
}

/**
 * What cannot be read, where, and what to do. One line that cannot be read (`unreadable`) leaves the others as they are; a
 * file that is cut, changed or none (`refused`) is not imported.
 */
export interface ReportFinding {
  readonly kind: "refused" | "unreadable";
  readonly line: number;
  readonly sentence: string;
}

const row = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

/**
 * Reads PayFiP's daily report (EN-TETE, LIGNE of titles, LIGNE for each payment, PIED-DE-PAGE with their number and
 * total) as it comes, keeping nothing: what each line says or why it cannot be read, in order. The totals of the foot are
 * compared with what was read, so the last word comes last: write nothing for good before the end.
 */
export async function* readReport(file: Readable): AsyncGenerator<ReportRead> {
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

/** One thing that a file says, or that is to be said of it. */
export type ReportRead = ReportHead | ReportLine | ReportFinding;

/** PayFiP takes no payment of 100 000 € or more. */
const MOST = 9_999_999;
const DAYS_OF_A_FILE = 31;
const LONGEST_SHOWN = 40;

/** Where in the file we are, and what was counted so far. */
class ReportReader {
  #lastLine = 0;
  #head = false;
  #columns: ReportColumns | undefined;
  #titlesSeen = false;
  #foot = false;
  #count = 0;
  #total = 0;
  /** False once an amount could not be read: the total of the foot can then not be checked. */
  #summed = true;

  /** What one row says. */
  read([kind = "", ...cells]: readonly string[], line: number): ReportRead[] {
    this.#lastLine = line;
    const before: ReportRead[] = [];
    if (!this.#head && kind !== "EN-TETE") before.push(refused(line, texts.noHead));
    const again = this.#head && kind === "EN-TETE";
    this.#head = true;
    if (this.#foot) return [...before, refused(line, texts.afterFoot)];
    if (again) return [refused(line, texts.headAgain)];
    switch (kind) {
      case "EN-TETE":
        return [headOf(cells)];
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
  end(): ReportRead[] {
    const line = this.#lastLine + 1;
    if (!this.#head) return [refused(line, texts.noHead)];
    return [
      ...(this.#titlesSeen ? [] : [refused(line, texts.noTitles)]),
      ...(this.#foot ? [] : [refused(line, texts.noFoot)]),
    ];
  }

  #readLine(cells: readonly string[], line: number): ReportRead[] {
    if (!this.#titlesSeen) {
      this.#titlesSeen = true;
      this.#columns = reportColumns(cells);
      return this.#columns === undefined ? [refused(line, texts.titles("DATE, REFDET et MONTANT"))] : [];
    }
    this.#count++;
    // Its titles were refused: what stands where is not known.
    const read = this.#columns === undefined ? undefined : lineOf(cells, line, this.#columns);
    if (read === undefined) return [];
    if (read.kind === "line") this.#total += read.amount;
    else this.#summed = false;
    return [read];
  }

  #readFoot([count = "", total = ""]: readonly string[], line: number): ReportRead[] {
    const told = reportAmount(total);
    if (!/^\d{1,9}$/.test(count) || told === undefined) return [refused(line, texts.foot)];
    const findings: ReportRead[] = [];
    if (Number(count) !== this.#count) findings.push(refused(line, texts.count(Number(count), this.#count)));
    if (this.#summed && told !== this.#total) {
      findings.push(refused(line, texts.total(formatCents(told), formatCents(cents(this.#total)))));
    }
    return findings;
  }
}

function headOf(cells: readonly string[]): ReportHead {
  const days = cells
    .flatMap((cell) => reportDay(cell) ?? [])
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  const [first] = days;
  const last = days.at(-1);
  const count = first === undefined || last === undefined ? 0 : first.until(last).days + 1;
  return {
    kind: "head",
    account: cells.find((cell) => /^\d{6}$/.test(cell)) ?? null,
    days:
      first === undefined || count > DAYS_OF_A_FILE
        ? []
        : Array.from({ length: count }, (_, n) => first.add({ days: n })),
  };
}

function lineOf(cells: readonly string[], line: number, columns: ReportColumns): ReportLine | ReportFinding {
  const unreadable = (sentence: string): ReportFinding => ({ kind: "unreadable", line, sentence });
  if (cells.length !== columns.width) return unreadable(texts.columns);
  const cell = (at: number | null) => (at === null ? "" : (cells[at] ?? ""));
  const told = (at: number | null) => cell(at) || null;
  const [writtenDay, refdet, written] = [cell(columns.date), cell(columns.refdet), cell(columns.amount)];
  const [day, amount] = [reportDay(writtenDay), reportAmount(written)];
  if (day === undefined) return unreadable(texts.date(shown(writtenDay)));
  if (!/^[A-Za-z0-9]{6,30}$/.test(refdet)) return unreadable(texts.refdet(shown(refdet)));
  if (amount === undefined || amount > MOST) return unreadable(texts.amount(shown(written)));
  const [reference, account] = [told(columns.reference)?.toLowerCase() ?? null, told(columns.account)];
  const [result, mode] = [told(columns.result), told(columns.mode)];
  if ([reference, account, result, mode].some((text) => text !== null && !/^[\w-]{1,36}$/.test(text)))
    return unreadable(texts.other);
  return { kind: "line", line, day, refdet, amount, reference, account, result, mode };
}

/** What stands in a cell, as it may stand in a sentence. */
function shown(written: string): string {
  const text = written.toWellFormed().replaceAll(/\p{C}/gu, "");
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function refused(line: number, sentence: string): ReportFinding {
  return { kind: "refused", line, sentence };
}

/** The line at which the text stops being one of cells; undefined when the error is another. */
function unreadableAt(error: unknown): number | undefined {
  if (!(error instanceof CsvError)) return undefined;
  // Not every error of the parser has a code that begins with « CSV_ »: a quote inside a cell has none.
  return z.object({ lines: z.number() }).safeParse(error).data?.lines ?? 1;
}

import { invoiceNumber } from "#billing";
import { formatTime, parisDateTime, typedEuros } from "#kernel";
import { frenchCsv, type Answer, type Reads } from "#platform";

import {
  deposits,
  journalLines,
  type Deposit,
  type JournalLine,
  type Period,
} from "../../../desk/journal.ts";
import {
  registerClosings,
  registerReceipts,
  type RegisterClosing,
  type RegisterReceipt,
} from "../../../desk/registers.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import { texts } from "./texts.fr.ts";

const words = texts.registers;
const { columns } = words;

/** The registers that may be downloaded, by the word of their address. */
export const REGISTERS = ["quittances", "journal", "versements", "corrections", "clotures"] as const;
export type Register = (typeof REGISTERS)[number];

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A register of a period as a file for a spreadsheet: « quittances-2026-12-01-2026-12-31.csv ». */
export async function registerFile(reads: Reads, register: Register, period: Period): Promise<Answer> {
  const table = await tables[register](reads, period);
  return {
    kind: "file",
    name: `${register}-${period.first.toString()}-${period.last.toString()}.csv`,
    type: "text/csv; charset=utf-8",
    body: frenchCsv(table.columns, table.rows),
  };
}

const tables: Readonly<Record<Register, (reads: Reads, period: Period) => Promise<Table>>> = {
  quittances: async (reads, period) => ({
    columns: [
      ...[columns.number, columns.day, columns.at, columns.payer, columns.means, columns.amount],
      ...[columns.drawer, columns.bank, columns.reference, columns.settles, columns.state, columns.by],
    ],
    rows: (await registerReceipts(reads, period)).map(receiptRow),
  }),
  journal: async (reads, period) => journalTable(await journalLines(reads, period)),
  versements: async (reads, period) => ({
    columns: [
      ...[columns.number, columns.day, columns.means, columns.items, columns.amount, columns.announced],
      ...[columns.reason, columns.by],
    ],
    rows: (await deposits(reads, period)).toReversed().map(depositRow),
  }),
  corrections: async (reads, period) =>
    journalTable(
      (await journalLines(reads, period)).filter(({ kind }) => kind === "correction" || kind === "refund"),
    ),
  clotures: async (reads, period) => ({
    columns: [
      ...[columns.day, columns.at, columns.means, columns.expected, columns.counted],
      ...[columns.reason, columns.by],
    ],
    rows: (await registerClosings(reads, period)).flatMap(closingRows),
  }),
};

const time = (at: Temporal.Instant) => formatTime(parisDateTime(at).toPlainTime());

function receiptRow(receipt: RegisterReceipt): readonly string[] {
  const { day, at, payer, means, cents, drawer, bank, reference, settles, reversedOn, by } = receipt;
  return [
    ...[shared.number(receipt), day.toString(), time(at), payer, shared.means[means], typedEuros(cents)],
    ...[drawer ?? "", bank ?? "", reference ?? "", settles.map(invoiceNumber).join(", ")],
    ...[reversedOn === null ? "" : words.cancelled(reversedOn), by],
  ];
}

function journalTable(lines: readonly JournalLine[]): Table {
  return {
    columns: [
      ...[columns.day, columns.at, columns.kind, columns.receipt, columns.deposit, columns.payer],
      ...[columns.means, columns.amount, columns.held, columns.reason, columns.by],
    ],
    rows: lines.map((line) => [
      ...[line.day.toString(), time(line.at), texts.journal.kinds[line.kind]],
      numbered(line.receiptYear, line.receiptNumber),
      numbered(line.depositYear, line.depositNumber),
      ...[line.payer ?? "", shared.means[line.means], typedEuros(line.cents), typedEuros(line.held)],
      ...[line.reason ?? "", line.by],
    ]),
  };
}

const numbered = (year: number | null, number: number | null) =>
  year === null || number === null ? "" : shared.number({ year, number });

function depositRow(deposit: Deposit): readonly string[] {
  const { day, means, items, cents, announced, explanation, by } = deposit;
  return [
    ...[shared.number(deposit), day.toString(), shared.means[means], items === 0 ? "" : String(items)],
    ...[typedEuros(cents), announced === null ? "" : typedEuros(announced), explanation ?? "", by],
  ];
}

function closingRows({ day, at, counts, explanation, by }: RegisterClosing): readonly (readonly string[])[] {
  const row = (means: string, expected: string, counted: string) => [
    ...[day.toString(), time(at), means, expected, counted, explanation ?? "", by],
  ];
  return counts.length === 0
    ? [row("", "", "")]
    : counts.map((one) => row(shared.means[one.means], typedEuros(one.expected), typedEuros(one.counted)));
}

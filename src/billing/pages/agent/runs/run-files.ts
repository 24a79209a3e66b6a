import type { SignedInVisit } from "#identity";
import { typedEuros, type Id } from "#kernel";
import { frenchCsv, notFound, type Answer, type Reads } from "#platform";

import { invoiceNumber } from "../../../rules/invoice-number.ts";
import { carriedBy } from "../../../run/carried.ts";
import { odditiesOfKind, oddityCounts } from "../../../run/read-oddities.ts";
import { payerTotals } from "../../../run/review.ts";
import { readRun, type Run } from "../../../run/run.ts";
import { oddityName, odditySentence } from "./oddity-words.ts";
import { texts } from "./texts.fr.ts";

/** Rows of a file at most: more than any authority has payers. */
const ALL = 100_000;

/** Every payer of a run, with amounts that a spreadsheet adds up. */
export function payersFile(visit: SignedInVisit, id: Id<"run">): Promise<Answer> {
  return file(visit, id, async (reads, run) => {
    const payers = await payerTotals(reads, id, { offset: 0, count: ALL });
    const { family, payer, lines, total } = texts.payers;
    return {
      name: texts.payers.csvName(run.month),
      columns: [family, payer, lines, total],
      rows: payers.map((one) => [one.household, one.payer, String(one.lines), typedEuros(one.cents)]),
    };
  });
}

/** All that a run carried over, for whom, and where it was asked since. */
export function carriedFile(visit: SignedInVisit, id: Id<"run">): Promise<Answer> {
  return file(visit, id, async (reads, run) => {
    const { family, payer, lines, total } = texts.payers;
    const carried = await carriedBy(reads, id, ALL);
    return {
      name: texts.carried.csvName(run.month),
      columns: [family, payer, lines, total, texts.carried.asked],
      rows: carried.map((one) => [
        one.household,
        one.payer,
        String(one.lines),
        typedEuros(one.cents),
        one.askedBy === null ? texts.carried.waits : invoiceNumber(one.askedBy),
      ]),
    };
  });
}

/** Every oddity of a run, those that keep it from being issued first; the page shows the first of each kind. */
export function odditiesFile(visit: SignedInVisit, id: Id<"run">): Promise<Answer> {
  return file(visit, id, async (reads, run) => {
    const rows: string[][] = [];
    for (const { kind } of await oddityCounts(reads, id)) {
      for (const found of await odditiesOfKind(reads, id, kind, ALL)) {
        const { household, payer, leftOut } = found;
        const left = leftOut === null ? "" : texts.odd.leftOut(leftOut.by, leftOut.why);
        rows.push([oddityName(kind, leftOut === null), household, payer, odditySentence(found), left]);
      }
    }
    const { kind, family, payer, what, leftOutColumn } = texts.odd;
    return {
      name: texts.odd.csvName(run.month),
      columns: [kind, family, payer, what, leftOutColumn],
      rows,
    };
  });
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function file(
  { database }: SignedInVisit,
  id: Id<"run">,
  tableOf: (reads: Reads, run: Run) => Promise<Table>,
): Promise<Answer> {
  return database.read(async (reads) => {
    const run = await readRun(reads, id);
    if (run === undefined) return notFound;
    const { name, columns, rows } = await tableOf(reads, run);
    return { kind: "file", name, type: "text/csv; charset=utf-8", body: frenchCsv(columns, rows) };
  });
}

import { Readable } from "node:stream";

import type { Background } from "#identity";
import { parisDate, type Id } from "#kernel";
import type { Reads, SchemaDatabase, Writes } from "#platform";

import { readReport, type ReportFinding, type ReportHead, type ReportLine } from "../report/read-report.ts";
import { currentSetting } from "../settings/setting.ts";
import { healAbsences, keepDays, tellAbsences } from "./absences.ts";
import { compareLines, keepUnreadable } from "./compare-lines.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { texts } from "./texts.fr.ts";

/** The progress is written after so many lines: a large file shows it several times a second. */
const STEP = 2_500;
const PIECE = 64 * 1024;
/** Sentences of a refused file that are kept: the first ones say what is wrong with it. */
const MOST_FINDINGS = 50;

interface Contents {
  readonly head: ReportHead | undefined;
  readonly lines: readonly ReportLine[];
  readonly findings: readonly ReportFinding[];
}

/**
 * Reads a report that was handed in and compares every line of it with the payments known here, in one transaction:
 * killed at any moment and begun again, by one program or by several at once, it is compared once.
 */
export async function reconcileReport(
  { database, now }: Pick<Background, "database" | "now">,
  id: Id<"report">,
): Promise<void> {
  const taken = await database.read((reads) => takenReport(reads, id));
  if (taken === undefined) return;
  const contents = await readWhole(database, id, taken.bytes);
  await database.write(async (writes) => {
    await oneAtATime(writes);
    if ((await takenReport(writes, id)) === undefined) return;
    const { account, accounts } = await accountsFor(writes, contents.head);
    const refused = contents.findings.filter(({ kind }) => kind === "refused");
    if (account === null) refused.unshift({ kind: "refused", line: 1, sentence: texts.noAccount });
    else if (!accounts.includes(account))
      refused.unshift({ kind: "refused", line: 1, sentence: texts.otherAccount(account, accounts) });
    if (account === null || refused.length > 0) {
      await end(writes, { id, state: "refused", account: null, findings: refused, now });
      return;
    }
    const unreadable = contents.findings.filter(({ kind }) => kind === "unreadable");
    const told = contents.head?.days ?? [];
    const days = told.length > 0 ? told : contents.lines.map(({ day }) => day);
    await compareLines(writes, { report: id, lines: contents.lines, accounts, now });
    await keepUnreadable(writes, { report: id, findings: unreadable, now });
    await keepDays(writes, { report: id, account, days, handedIn: parisDate(taken.at) });
    await healAbsences(writes, { report: id, why: texts.found(taken.fileName), by: texts.program, now });
    await tellAbsences(writes, { report: id, account, now });
    await end(writes, { id, state: "compared", account, findings: [], now });
  });
}

interface Taken {
  readonly bytes: Uint8Array;
  readonly at: Temporal.Instant;
  readonly fileName: string;
}

/** What waits to be read; undefined once it was, or where there is no such report. */
function takenReport(reads: Reads, id: Id<"report">): Promise<Taken | undefined> {
  return reads.row<Taken>(
    "payments_report_taken",
    `select bytes, at, file_name as "fileName" from payment_report where id = $1 and state = 'reading'`,
    [id],
  );
}

async function readWhole(database: SchemaDatabase, id: Id<"report">, bytes: Uint8Array): Promise<Contents> {
  const lines: ReportLine[] = [];
  const findings: ReportFinding[] = [];
  let head: ReportHead | undefined;
  for await (const read of readReport(Readable.from(piecesOf(bytes)))) {
    if (read.kind === "head") head = read;
    else if (read.kind === "line") lines.push(read);
    else findings.push(read);
    if (read.kind === "line" && lines.length % STEP === 0)
      await database.writeOnce((writes) => tellProgress(writes, id, lines.length));
  }
  return { head, lines, findings };
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function tellProgress(writes: Writes, id: Id<"report">, lines: number): Promise<void> {
  await writes.run(
    "payments_report_progress",
    "update payment_report set lines_read = $2 where id = $1 and state = 'reading'",
    [id, lines],
  );
}

/** The account that a file is of, and every account under which families of this authority ever paid. */
async function accountsFor(
  reads: Reads,
  head: ReportHead | undefined,
): Promise<{ account: string | null; accounts: readonly string[] }> {
  const rows = await reads.rows<{ account: string }>(
    "payments_accounts",
    "select distinct account from gateway_setting order by account",
  );
  const account = head?.account ?? (await currentSetting(reads))?.account ?? null;
  return { account, accounts: rows.map((row) => row.account) };
}

async function end(
  writes: Writes,
  of: {
    id: Id<"report">;
    state: "compared" | "refused";
    account: string | null;
    findings: readonly ReportFinding[];
    now: Temporal.Instant;
  },
): Promise<void> {
  const findings = of.findings.slice(0, MOST_FINDINGS).map(({ line, sentence }) => ({ line, sentence }));
  await writes.run(
    "payments_report_end",
    `update payment_report set state = $2, account = $3, findings = $4, lines_read = lines_expected, ended_at = $5
     where id = $1`,
    [of.id, of.state, of.account, JSON.stringify(findings), of.now.toString()],
  );
}

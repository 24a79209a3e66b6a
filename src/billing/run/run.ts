import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Payer } from "../rules/owed.ts";

/** Where the billing of a month is. */
export type RunState = "drafting" | "draft" | "issued" | "abandoned";

/** The billing of a month. */
export interface Run {
  readonly id: Id<"run">;
  readonly month: Temporal.PlainYearMonth;
  readonly state: RunState;
  readonly byLabel: string;
  readonly startedAt: Temporal.Instant;
  readonly payersDone: number;
  readonly payersExpected: number;
  /** The last payer whose charges are drafted. */
  readonly cursor: Payer | null;
  readonly unpointed: { readonly reason: string; readonly by: string; readonly at: Temporal.Instant } | null;
  /** Where the facts stood when the draft was begun; null where an older release began it. */
  readonly factsMark: number | null;
  /** The draft that this one replaces: what was left out of it is left out of this one. */
  readonly insteadOf: Id<"run"> | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endedBy: string | null;
}

interface RunRow extends Omit<Run, "month" | "cursor" | "unpointed"> {
  month: Temporal.PlainDate;
  cursorHouseholdId: Id<"household"> | null;
  cursorGuardianId: Id<"guardian"> | null;
  unpointedReason: string | null;
  unpointedBy: string | null;
  unpointedAt: Temporal.Instant | null;
}

const COLUMNS = `id, month, state, by_label as "byLabel", started_at as "startedAt", payers_done as "payersDone",
  payers_expected as "payersExpected", cursor_household_id as "cursorHouseholdId",
  cursor_guardian_id as "cursorGuardianId", unpointed_reason as "unpointedReason", unpointed_by as "unpointedBy",
  unpointed_at as "unpointedAt", facts_mark as "factsMark", instead_of as "insteadOf", ended_at as "endedAt", ended_by as "endedBy"`;

/** A run, as it is now. */
export async function readRun(reads: Reads, id: Id<"run">): Promise<Run | undefined> {
  return runOf(
    await reads.row<RunRow>("billing_run_read", `select ${COLUMNS} from billing_run where id = $1`, [id]),
  );
}

/** A run, kept as it is until the transaction ends: two programs that work on it take turns. */
export async function lockRun(reads: Reads, id: Id<"run">): Promise<Run | undefined> {
  return runOf(
    await reads.row<RunRow>(
      "billing_run_lock",
      `select ${COLUMNS} from billing_run where id = $1 for update`,
      [id],
    ),
  );
}

/** The run of a month that is not issued yet, kept as it is until the transaction ends. */
export async function lockOpenRun(reads: Reads, month: Temporal.PlainYearMonth): Promise<Run | undefined> {
  return runOf(
    await reads.row<RunRow>(
      "billing_run_lock_open",
      `select ${COLUMNS} from billing_run where month = $1 and state in ('drafting', 'draft') for update`,
      [firstDayOf(month)],
    ),
  );
}

/** Which run of a month is not issued yet. */
export async function openRun(reads: Reads, month: Temporal.PlainYearMonth): Promise<Id<"run"> | undefined> {
  const open = await reads.row<{ run: Id<"run"> }>(
    "billing_run_open",
    `select id as run from billing_run where month = $1 and state in ('drafting', 'draft')`,
    [firstDayOf(month)],
  );
  return open?.run;
}

/** The last runs that hold, newest month first: those that were given up are apart. */
export async function lastRuns(reads: Reads, count: number): Promise<readonly Run[]> {
  const rows = await reads.rows<RunRow>(
    "billing_runs_last",
    `select ${COLUMNS} from billing_run where state <> 'abandoned' order by month desc, started_at desc limit $1`,
    [count],
  );
  return rows.flatMap((row) => runOf(row) ?? []);
}

/** The last drafts that were given up, newest month first, and of a month the last one first. */
export async function abandonedRuns(reads: Reads, count: number): Promise<readonly Run[]> {
  const rows = await reads.rows<RunRow>(
    "billing_runs_abandoned",
    `select ${COLUMNS} from billing_run where state = 'abandoned' order by month desc, ended_at desc limit $1`,
    [count],
  );
  return rows.flatMap((row) => runOf(row) ?? []);
}

function runOf(row: RunRow | undefined): Run | undefined {
  if (row === undefined) return undefined;
  const { month, cursorHouseholdId, cursorGuardianId, unpointedReason, unpointedBy, unpointedAt, ...rest } =
    row;
  return {
    ...rest,
    month: month.toPlainYearMonth(),
    cursor:
      cursorHouseholdId === null || cursorGuardianId === null
        ? null
        : { householdId: cursorHouseholdId, guardianId: cursorGuardianId },
    unpointed:
      unpointedReason === null || unpointedBy === null || unpointedAt === null
        ? null
        : { reason: unpointedReason, by: unpointedBy, at: unpointedAt },
  };
}

/** A month as the database keeps it: its first day. */
export function firstDayOf(month: Temporal.PlainYearMonth): string {
  return month.toPlainDate({ day: 1 }).toString();
}

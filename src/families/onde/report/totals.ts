import type { FileReading } from "../parse/open-file.ts";
import type { OndePlan } from "../rules/plan.ts";
import type { OndeFile } from "../rules/refusal.ts";

/** Counts of one kind of record. */
export interface RecordTotals {
  readonly create: number;
  readonly change: number;
  readonly unchanged: number;
}

/** Counts of a plan. */
export interface Totals {
  readonly lines: Readonly<Record<OndeFile, { readonly read: number; readonly refused: number }>>;
  readonly children: RecordTotals;
  readonly guardians: RecordTotals;
  readonly households: RecordTotals;
  /** Adults and children to add to a household. */
  readonly joins: number;
  readonly leavers: number;
  /** Refusals of every scope. */
  readonly refusals: number;
}

function count(records: readonly { readonly action: keyof RecordTotals }[]): RecordTotals {
  const of = (action: keyof RecordTotals): number =>
    records.filter((record) => record.action === action).length;
  return { create: of("create"), change: of("change"), unchanged: of("unchanged") };
}

/** Counts what a plan would do. A line is refused when nothing of it is taken. */
export function totalsOf(plan: OndePlan, readings: Readonly<Record<OndeFile, FileReading>>): Totals {
  const taken: Readonly<Record<OndeFile, number>> = {
    eleves: new Set(plan.children.flatMap(({ lines }) => lines)).size,
    responsables: new Set(plan.guardians.flatMap(({ lines }) => lines)).size,
  };
  const linesOf = (file: OndeFile): { read: number; refused: number } => ({
    read: readings[file].linesRead,
    refused: readings[file].linesRead - taken[file],
  });
  const joins = plan.households.reduce((n, one) => n + one.newGuardians.length + one.newChildren.length, 0);
  return {
    lines: { eleves: linesOf("eleves"), responsables: linesOf("responsables") },
    children: count(plan.children),
    guardians: count(plan.guardians),
    households: count(plan.households),
    joins,
    leavers: plan.leavers.length,
    refusals: plan.refusals.length,
  };
}

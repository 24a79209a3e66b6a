import { parisDate, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { BillingRule } from "../run/rule.ts";
import { firstDayOf, type Run } from "../run/run.ts";

/** Documents that are made while the agent waits; more are made by a job. */
export const AT_ONCE = 20;

/** How far the file of a run's paper documents is. */
export interface PaperPrint {
  readonly total: number;
  readonly done: number;
  readonly endedAt: Temporal.Instant | null;
}

/** How many documents of a run go by post: those that it would issue today, or those that it did. */
export async function countOnPaper(
  reads: Reads,
  run: Run,
  { rule, now }: { rule: BillingRule; now: Temporal.Instant },
): Promise<number> {
  const row =
    run.state === "issued"
      ? await reads.row<{ count: number }>(
          "billing_paper_issued",
          `select count(*) as count from invoice
           where run_id = $1 and invoices_on_paper(household_id, guardian_id, issued_on)`,
          [run.id],
        )
      : await reads.row<{ count: number }>(
          "billing_paper_due",
          `select count(*) as count from due_documents($1, $2, $3)
           where kind is not null and invoices_on_paper(household_id, guardian_id, $4)`,
          [run.id, firstDayOf(run.month), rule.carryOverBelow, parisDate(now).toString()],
        );
  return row?.count ?? 0;
}

/** The documents of an issued run that go by post, in the order of their numbers. */
export async function invoicesOnPaper(reads: Reads, run: Id<"run">): Promise<readonly Id<"invoice">[]> {
  const rows = await reads.rows<{ id: Id<"invoice"> }>(
    "billing_paper_invoices",
    `select id from invoice
     where run_id = $1 and invoices_on_paper(household_id, guardian_id, issued_on)
     order by series desc, year, number`,
    [run],
  );
  return rows.map(({ id }) => id);
}

/** How far the file is; undefined where nobody asked for it. */
export function readPrint(reads: Reads, run: Id<"run">): Promise<PaperPrint | undefined> {
  return reads.row<PaperPrint>(
    "billing_paper_print",
    `select total, done, ended_at as "endedAt" from paper_print where run_id = $1`,
    [run],
  );
}

/** The file itself, once it is made. */
export async function printedFile(reads: Reads, run: Id<"run">): Promise<Uint8Array | undefined> {
  const row = await reads.row<{ file: Buffer }>(
    "billing_paper_file",
    "select file from paper_print where run_id = $1 and file is not null",
    [run],
  );
  return row?.file;
}

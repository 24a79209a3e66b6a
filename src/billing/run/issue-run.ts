import type { SignedInVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { announce, writeJournal, type Reads } from "#platform";

import type { OwedCharges, UnpointedDay } from "../owed/owed-charges.ts";
import { movedSince, type Moved } from "./moved-since.ts";
import { lockRun, type Run } from "./run.ts";
import { ruleOn } from "./rule.ts";
import { writeDocuments } from "./write-documents.ts";

/** Why a run was not issued. */
export type IssueRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "not-drafted"; readonly state: Run["state"] }
  | { readonly code: "unpointed"; readonly days: readonly UnpointedDay[] }
  | { readonly code: "unpriced"; readonly count: number }
  /** Facts have moved since the draft: some payers are no longer charged what they owe. */
  | ({ readonly code: "stale" } & Moved);

/** What was issued. */
export interface Issued {
  readonly documents: number;
}

/**
 * Issues a run, whole, in one transaction: numbers without a hole, invoices, their lines, the entries of each payer's
 * account, and the announcement from which families are written to. Asked twice, it issues once and answers the same.
 *
 * Refuses a run that is not wholly drafted, one with prices that nobody could tell and nobody left out, days that nobody
 * pointed unless an agent accepted them, and a draft that the facts have left behind.
 */
export async function issueRun(
  { actor, authority, database, now, address }: SignedInVisit,
  owed: OwedCharges,
  id: Id<"run">,
): Promise<Result<Issued, IssueRefusal>> {
  return database.write(async (writes) => {
    const run = await lockRun(writes, id);
    if (run === undefined) return refuse({ code: "unknown" });
    if (run.state === "issued") return ok({ documents: await documentsOf(writes, id) });
    const found = await obstacle(writes, owed, run);
    if (found !== null) return refuse(found);
    const today = parisDate(now);
    const documents = await writeDocuments(writes, {
      run,
      rule: await ruleOn(writes, today),
      today,
      at: now,
    });
    await writes.run(
      "billing_run_issued",
      "update billing_run set state = 'issued', ended_at = $2, ended_by = $3 where id = $1",
      [id, now.toString(), actor.name],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.run-issued",
      objectKind: "run",
      objectId: id,
      ...(run.unpointed === null ? {} : { reason: run.unpointed.reason }),
      facts: { month: run.month.toString(), documents },
      address,
    });
    await announce(writes, authority.id, {
      type: "billing.issued",
      facts: { run: id, month: run.month.toString() },
    });
    return ok({ documents });
  });
}

/** What keeps a run from being issued; null when nothing does. */
export async function obstacle(
  reads: Reads,
  owed: OwedCharges,
  run: Run,
): Promise<Exclude<IssueRefusal, { code: "unknown" }> | null> {
  if (run.state !== "draft") return { code: "not-drafted", state: run.state };
  const open = await reads.row<{ count: number }>(
    "billing_open_holes",
    `select count(*) as count from billing_oddity
     where run_id = $1 and kind = 'unpriced' and left_out_at is null`,
    [run.id],
  );
  if (open !== undefined && open.count > 0) return { code: "unpriced", count: open.count };
  const days = run.unpointed === null ? await owed.unpointed(reads, run.month) : [];
  if (days.length > 0) return { code: "unpointed", days };
  const moved = await movedSince(reads, owed, run);
  return moved.payers > 0 ? { code: "stale", ...moved } : null;
}

async function documentsOf(reads: Reads, id: Id<"run">): Promise<number> {
  const row = await reads.row<{ count: number }>(
    "billing_run_documents",
    "select count(*) as count from invoice where run_id = $1",
    [id],
  );
  return row?.count ?? 0;
}

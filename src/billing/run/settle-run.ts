import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import { lockRun, type Run } from "./run.ts";

/** Why an act on a run was not done. */
export type SettleRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "over"; readonly state: Run["state"] };

type Settling = Pick<SignedInVisit, "actor" | "database" | "now" | "address">;

/**
 * Gives a draft up, once: its charges go, and the month may be begun again. What was left out of it stays, for the draft
 * that may replace it. An issued run is never given up.
 */
export function abandonRun(visit: Settling, id: Id<"run">): Promise<Result<null, SettleRefusal>> {
  return visit.database.write(async (writes) => {
    const run = await lockRun(writes, id);
    if (run === undefined) return refuse({ code: "unknown" });
    if (run.state === "issued") return refuse({ code: "over", state: run.state });
    if (run.state !== "abandoned") await giveUp(writes, visit, run);
    return ok(null);
  });
}

/** The same, in the caller's transaction, which holds the lock of a run that is neither issued nor given up. */
export async function giveUp(writes: Writes, visit: Omit<Settling, "database">, run: Run): Promise<void> {
  await writes.run("billing_abandon_charges", "delete from charge where run_id = $1", [run.id]);
  await writes.run(
    "billing_abandon_oddities",
    "delete from billing_oddity where run_id = $1 and left_out_at is null",
    [run.id],
  );
  await writes.run(
    "billing_run_abandon",
    "update billing_run set state = 'abandoned', ended_at = $2, ended_by = $3 where id = $1",
    [run.id, visit.now.toString(), visit.actor.name],
  );
  await noteRun(writes, visit, { run, act: "billing.run-abandoned" });
}

/** Bills the month though nobody pointed some of its days, and keeps why. */
export function acceptUnpointed(
  visit: Settling,
  id: Id<"run">,
  reason: string,
): Promise<Result<null, SettleRefusal>> {
  return settle(visit, id, "billing.unpointed-accepted", reason, async (writes) => {
    await writes.run(
      "billing_run_unpointed",
      `update billing_run set unpointed_reason = $2, unpointed_by = $3, unpointed_at = $4 where id = $1`,
      [id, reason, visit.actor.name, visit.now.toString()],
    );
  });
}

/**
 * Leaves prices that nobody can tell out of this run, and keeps why: the next runs tell them again. What is told again may
 * be left out too: it is billed nowhere, and told no more (`left-out.ts`). All the days of
 * the same cause go with the one chosen, since the page shows them as one line.
 */
export function leaveOut(
  visit: Settling,
  id: Id<"run">,
  { oddities, reason }: { oddities: readonly Id<"oddity">[]; reason: string },
): Promise<Result<null, SettleRefusal>> {
  return settle(visit, id, "billing.left-out", reason, async (writes) => {
    await writes.run(
      "billing_leave_out",
      `update billing_oddity o set left_out_by = $3, left_out_at = $4, left_out_why = $5
       where o.run_id = $1 and o.kind in ('unpriced', 'left_out') and o.left_out_at is null
         and exists (select from billing_oddity chosen
                     where chosen.run_id = o.run_id and chosen.id = any ($2::uuid[]) and chosen.kind = o.kind
                       and chosen.household_id = o.household_id
                       and chosen.guardian_id is not distinct from o.guardian_id
                       and chosen.facts - 'day' = o.facts - 'day')`,
      [id, oddities, visit.actor.name, visit.now.toString(), reason],
    );
  });
}

async function settle(
  visit: Settling,
  id: Id<"run">,
  act: string,
  reason: string,
  work: (writes: Writes) => Promise<void>,
): Promise<Result<null, SettleRefusal>> {
  return visit.database.write(async (writes) => {
    const run = await lockRun(writes, id);
    if (run === undefined) return refuse({ code: "unknown" });
    if (run.state === "issued" || run.state === "abandoned")
      return refuse({ code: "over", state: run.state });
    await work(writes);
    await noteRun(writes, visit, { run, act, reason });
    return ok(null);
  });
}

/** The line of the journal of an act on a run. */
export function noteRun(
  writes: Writes,
  { actor, now, address }: Omit<Settling, "database">,
  { run, act, reason }: { run: Run; act: string; reason?: string },
): Promise<void> {
  return writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act,
    objectKind: "run",
    objectId: run.id,
    ...(reason === undefined ? {} : { reason }),
    facts: { month: run.month.toString() },
    address,
  });
}

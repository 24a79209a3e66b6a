import type { Id } from "#kernel";
import type { Reads, SchemaDatabase, Writes } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import type { Payer, PayerOfMonth } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import { writeDisputedOddities } from "./disputed-oddities.ts";
import { keepChoices, writeLeftOutOddities } from "./left-out.ts";
import { payersAfter, payersOfMonth, prepareBatch, type Batch } from "./prepare-batch.ts";
import { lockRun, type Run } from "./run.ts";
import { writeCharges } from "./write-charges.ts";
import { writeOddities } from "./write-oddities.ts";

/** Payers of one batch: some 1,600 charges. Two batches are in memory at once. */
const BATCH = 80;

/**
 * Makes the draft of a run, or goes on with it: payers in the order of their ids, in batches that are each one
 * transaction with the place they have reached. Killed at any moment and begun again, by one program or by several at
 * once, it leaves the same draft. A run that is no longer being drafted is left as it is.
 *
 * While the server writes a batch, the next one is read and priced on another connection. It is written only where the
 * run has come to exactly that place when its turn comes: if another program went on meanwhile, it is made anew. What it
 * read cannot have changed otherwise: no other run of the month is issued while this one is open.
 */
export async function draftRun(
  database: SchemaDatabase,
  owed: OwedCharges,
  { run, now, batch: size = BATCH }: { run: Id<"run">; now: Temporal.Instant; batch?: number },
): Promise<void> {
  let payers: readonly PayerOfMonth[] | undefined;
  let ready: Batch | undefined;
  for (;;) {
    const ahead = await database.write(async (writes) => {
      const locked = await lockRun(writes, run);
      if (locked?.state !== "drafting") return null;
      const all = (payers ??= await payersOfMonth(writes, owed, locked.month, locked.cursor));
      const prepare = (reads: Reads, after: Payer | null) =>
        prepareBatch(reads, owed, locked.month, after, payersAfter(all, after, size));
      const batch =
        ready !== undefined && isSamePlace(ready.after, locked.cursor)
          ? ready
          : await prepare(writes, locked.cursor);
      const last = batch.payers.at(-1);
      if (last === undefined) {
        await endDraft(writes, locked, now);
        return null;
      }
      const next = database.read((reads) => prepare(reads, last));
      // Told when its turn comes; where this batch fails, nobody asks for it any more.
      next.catch(() => undefined);
      await writeBatch(writes, locked, batch, last);
      return { next };
    });
    if (ahead === null) return;
    ready = await ahead.next;
  }
}

function isSamePlace(one: Payer | null, other: Payer | null): boolean {
  return one === null || other === null ? one === other : payerKey(one) === payerKey(other);
}

async function writeBatch(writes: Writes, run: Run, batch: Batch, last: Payer): Promise<void> {
  await writeCharges(writes, run.id, batch.charges);
  await writeOddities(writes, run.id, batch.oddities);
  await writes.run(
    "billing_run_advance",
    `update billing_run
     set cursor_household_id = $2, cursor_guardian_id = $3, payers_done = payers_done + $4
     where id = $1`,
    [run.id, last.householdId, last.guardianId, batch.payers.length],
  );
}

async function endDraft(writes: Writes, run: Run, now: Temporal.Instant): Promise<void> {
  await keepChoices(writes, run);
  await writeDisputedOddities(writes, run.id);
  await writeLeftOutOddities(writes, run);
  await writes.run(
    "billing_run_drafted",
    "update billing_run set state = 'draft', drafted_at = $2 where id = $1",
    [run.id, now.toString()],
  );
}

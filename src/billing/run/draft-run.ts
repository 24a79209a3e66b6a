import type { Id } from "#kernel";
import type { Reads, SchemaDatabase, Writes } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import { difference } from "../rules/difference.ts";
import type { PayerOfMonth } from "../rules/owed.ts";
import { nextPayers, payerKey } from "../rules/payers-in-order.ts";
import { chargedBy, chargedPayersAfter } from "./charged.ts";
import { knownPayers } from "./known-payers.ts";
import { odditiesOf } from "./oddities.ts";
import { lockRun, type Run } from "./run.ts";
import { writeCharges } from "./write-charges.ts";
import { writeOddities } from "./write-oddities.ts";

/** Payers of one batch: some 10,000 charges. Each batch scans the places of the whole month once more. */
const BATCH = 500;

/** More payers than an authority has. */
const ALL = 10_000_000;

/**
 * Makes the draft of a run, or goes on with it: payers in the order of their ids, in batches that are each one
 * transaction with the place they have reached. Killed at any moment and begun again, by one program or by several at
 * once, it leaves the same draft. A run that is no longer being drafted is left as it is.
 */
export async function draftRun(
  database: SchemaDatabase,
  owed: OwedCharges,
  { run, now, batch = BATCH }: { run: Id<"run">; now: Temporal.Instant; batch?: number },
): Promise<void> {
  let payers: readonly PayerOfMonth[] | undefined;
  let more = true;
  while (more) {
    more = await database.write(async (writes) => {
      const locked = await lockRun(writes, run);
      if (locked?.state !== "drafting") return false;
      payers ??= await payersToDraft(writes, owed, locked);
      return draftBatch(writes, owed, locked, now, payersOfBatch(payers, locked, batch));
    });
  }
}

/** The payers that are left, read once: to find them, the whole month is counted. */
async function payersToDraft(
  reads: Reads,
  owed: OwedCharges,
  { month, cursor }: Run,
): Promise<readonly PayerOfMonth[]> {
  const owing = await owed.payersAfter(reads, month, cursor, ALL);
  const charged = await chargedPayersAfter(reads, month, cursor, ALL);
  return nextPayers(owing, charged, ALL);
}

/** The next of them after the place that the run has reached: another program may have drafted some meanwhile. */
function payersOfBatch(
  payers: readonly PayerOfMonth[],
  { cursor }: Run,
  count: number,
): readonly PayerOfMonth[] {
  const reached = cursor === null ? "" : payerKey(cursor);
  const next = payers.findIndex((payer) => payerKey(payer) > reached);
  return next === -1 ? [] : payers.slice(next, next + count);
}

/** Drafts the next payers; says whether there may be others. */
async function draftBatch(
  writes: Writes,
  owed: OwedCharges,
  run: Run,
  now: Temporal.Instant,
  payers: readonly PayerOfMonth[],
): Promise<boolean> {
  const { month } = run;
  const last = payers.at(-1);
  if (last === undefined) {
    await writes.run(
      "billing_run_drafted",
      "update billing_run set state = 'draft', drafted_at = $2 where id = $1",
      [run.id, now.toString()],
    );
    return false;
  }
  const { charges, unpriced } = await owed.owedBy(writes, month, payers);
  const before = await chargedBy(writes, month, payers);
  await writeCharges(writes, run.id, difference(charges, before, unpriced));
  const known = await knownPayers(writes, month, payers);
  await writeOddities(writes, run.id, odditiesOf(known, charges, unpriced));
  await writes.run(
    "billing_run_advance",
    `update billing_run
     set cursor_household_id = $2, cursor_guardian_id = $3, payers_done = payers_done + $4
     where id = $1`,
    [run.id, last.householdId, last.guardianId, payers.length],
  );
  return true;
}

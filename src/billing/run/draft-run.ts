import type { Id } from "#kernel";
import type { Reads, SchemaDatabase, Writes } from "#platform";

import type { KeptFacts, OwedCharges } from "../owed/owed-charges.ts";
import { difference, type NewCharge } from "../rules/difference.ts";
import type { Payer, PayerOfMonth } from "../rules/owed.ts";
import { nextPayers, payerKey } from "../rules/payers-in-order.ts";
import { chargedBy, chargedPayersAfter } from "./charged.ts";
import { knownPayers } from "./known-payers.ts";
import { odditiesOf, type Oddity } from "./oddities.ts";
import { lockRun, type Run } from "./run.ts";
import { writeCharges } from "./write-charges.ts";
import { writeOddities } from "./write-oddities.ts";

/** Payers of one batch: some 1,600 charges. Two batches are in memory at once. */
const BATCH = 80;

/** More payers than an authority has. */
const ALL = 10_000_000;

/** What a batch writes: the payers that follow a place of the run, what is charged to them, what is odd. */
interface Batch {
  readonly after: Payer | null;
  readonly payers: readonly PayerOfMonth[];
  readonly charges: readonly NewCharge<KeptFacts>[];
  readonly oddities: readonly Oddity[];
}

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
      const all = (payers ??= await payersToDraft(writes, owed, locked));
      const prepare = (reads: Reads, after: Payer | null) =>
        prepareBatch(reads, owed, locked, after, payersAfter(all, after, size));
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

/** The next of them after a place of the run. */
function payersAfter(
  payers: readonly PayerOfMonth[],
  after: Payer | null,
  count: number,
): readonly PayerOfMonth[] {
  const reached = after === null ? "" : payerKey(after);
  const next = payers.findIndex((payer) => payerKey(payer) > reached);
  return next === -1 ? [] : payers.slice(next, next + count);
}

function isSamePlace(one: Payer | null, other: Payer | null): boolean {
  return one === null || other === null ? one === other : payerKey(one) === payerKey(other);
}

/** Reads and prices what these payers owe; writes nothing. */
async function prepareBatch(
  reads: Reads,
  owed: OwedCharges,
  { month }: Run,
  after: Payer | null,
  payers: readonly PayerOfMonth[],
): Promise<Batch> {
  if (payers.length === 0) return { after, payers, charges: [], oddities: [] };
  const { charges, unpriced } = await owed.owedBy(reads, month, payers);
  const before = await chargedBy(reads, month, payers);
  const known = await knownPayers(reads, month, payers);
  return {
    after,
    payers,
    charges: difference(charges, before, unpriced),
    oddities: odditiesOf(known, charges, unpriced),
  };
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
  await writes.run(
    "billing_run_drafted",
    "update billing_run set state = 'draft', drafted_at = $2 where id = $1",
    [run.id, now.toString()],
  );
}

import type { Reads } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import { payersAfter, payersOfMonth, prepareBatch, type Batch } from "./prepare-batch.ts";
import type { Run } from "./run.ts";
import { FACTS_SEPARATOR, factsOf } from "./write-charges.ts";

/** Payers that are compared at once, as many as are drafted at once. */
const BATCH = 80;

/**
 * How many payers a draft charges something else than what they owe by now: since it was begun, a booking, a pointing,
 * a quotient, a tariff or a file has changed. 0 costs one statement where no such fact was written at all; otherwise the
 * month is priced again and compared, charge by charge.
 */
export async function movedSince(reads: Reads, owed: OwedCharges, run: Run): Promise<number> {
  const found = await reads.row<{ mark: number | null }>(
    "billing_facts_mark",
    "select platform_facts_mark() as mark",
  );
  const mark = found?.mark ?? null;
  if (mark !== null && mark === run.factsMark) return 0;
  const payers = await payersOfMonth(reads, owed, run.month, null);
  const moved = new Set<string>();
  const known = new Set(payers.map(payerKey));
  for (const payer of await draftedPayers(reads, run)) {
    if (!known.has(payerKey(payer))) moved.add(payerKey(payer));
  }
  for (let batch = payersAfter(payers, null, BATCH); batch.length > 0;) {
    const now = await prepareBatch(reads, owed, run.month, null, batch);
    for (const payer of await differing(reads, run, now)) moved.add(payerKey(payer));
    batch = payersAfter(payers, batch.at(-1) ?? null, BATCH);
  }
  return moved.size;
}

/** Whom the draft charges something, or could not. */
function draftedPayers(reads: Reads, { id }: Run): Promise<Payer[]> {
  return reads.rows<Payer>(
    "billing_drafted_payers",
    `select household_id as "householdId", guardian_id as "guardianId" from charge where run_id = $1
     union
     select household_id, guardian_id from billing_oddity where run_id = $1 and kind = 'unpriced'`,
    [id],
  );
}

/** Those of a batch whose charges, or whose prices that nobody can tell, are not those of the draft. */
function differing(reads: Reads, { id }: Run, { payers, charges, oddities }: Batch): Promise<Payer[]> {
  const unpriced = oddities.filter(({ facts }) => facts.kind === "unpriced");
  return reads.rows<Payer>(
    "billing_differing_payers",
    `with payer as (select * from unnest($2::uuid[], $3::uuid[]) as p (household_id, guardian_id)),
     owed as (
       select household_id, guardian_id, source_key, amount_cents, owed_cents, facts::jsonb as facts
       from unnest($4::uuid[], $5::uuid[], $6::text[], $7::integer[], $8::integer[], string_to_array($9, $10))
         as o (household_id, guardian_id, source_key, amount_cents, owed_cents, facts)
     ),
     drafted as (
       select c.household_id, c.guardian_id, c.source_key, c.amount_cents, c.owed_cents, c.facts
       from payer p
       join charge c on c.run_id = $1 and c.household_id = p.household_id and c.guardian_id = p.guardian_id
     ),
     unpriced as (
       select * from unnest($11::uuid[], $12::uuid[], $13::text[]) as u (household_id, guardian_id, source_key)
     ),
     found_unpriced as (
       select o.household_id, o.guardian_id, o.source_key
       from payer p
       join billing_oddity o on o.run_id = $1 and o.kind = 'unpriced' and o.household_id = p.household_id
         and o.guardian_id = p.guardian_id
     )
     select household_id as "householdId", guardian_id as "guardianId"
     from owed full join drafted using (household_id, guardian_id, source_key)
     where owed.amount_cents is distinct from drafted.amount_cents
       or owed.owed_cents is distinct from drafted.owed_cents or owed.facts is distinct from drafted.facts
     union
     (select household_id, guardian_id from (table unpriced except table found_unpriced) a)
     union
     (select household_id, guardian_id from (table found_unpriced except table unpriced) b)`,
    [
      id,
      payers.map(({ householdId }) => householdId),
      payers.map(({ guardianId }) => guardianId),
      charges.map(({ payer }) => payer.householdId),
      charges.map(({ payer }) => payer.guardianId),
      charges.map(({ sourceKey }) => sourceKey),
      charges.map(({ amount }) => amount),
      charges.map(({ owed }) => owed),
      factsOf(charges),
      FACTS_SEPARATOR,
      unpriced.map(({ payer }) => payer.householdId),
      unpriced.map(({ payer }) => payer.guardianId),
      unpriced.map(({ sourceKey }) => sourceKey),
    ],
  );
}

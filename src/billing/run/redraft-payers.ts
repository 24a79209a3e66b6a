import type { Writes } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import { payersOfMonth, prepareBatch } from "./prepare-batch.ts";
import type { Run } from "./run.ts";
import { writeCharges } from "./write-charges.ts";
import { writeOddities } from "./write-oddities.ts";

/**
 * Makes the charges of some payers of a draft anew, and what is odd about them, from the facts as they are now: what an
 * agent has just decided is on the invoice without the whole month being begun again. What was left out stays so where it
 * has no price for the same cause. Refuses a run that is no draft; the caller holds its lock.
 */
export async function redraftPayers(
  writes: Writes,
  owed: OwedCharges,
  { id, month, state }: Run,
  payers: readonly Payer[],
): Promise<void> {
  if (state !== "draft") throw new Error(`run ${id} is ${state}`);
  const asked = new Map(payers.map((payer) => [payerKey(payer), { ...payer, bookings: 0 }]));
  for (const payer of await payersOfMonth(writes, owed, month, null))
    if (asked.has(payerKey(payer))) asked.set(payerKey(payer), payer);
  const once = [...asked.values()];
  const keys = [once.map(({ householdId }) => householdId), once.map(({ guardianId }) => guardianId)];
  await writes.run(
    "billing_redraft_drop",
    `delete from charge c
     using unnest($2::uuid[], $3::uuid[]) as payer (household_id, guardian_id)
     where c.run_id = $1 and c.household_id = payer.household_id and c.guardian_id = payer.guardian_id`,
    [id, ...keys],
  );
  const { charges, oddities } = await prepareBatch(writes, owed, month, null, once);
  await writeCharges(writes, id, charges);
  const unpriced = oddities.filter(({ facts }) => facts.kind === "unpriced");
  await writes.run(
    "billing_redraft_drop_oddities",
    `delete from billing_oddity o
     using unnest($2::uuid[], $3::uuid[]) as payer (household_id, guardian_id)
     where o.run_id = $1 and o.household_id = payer.household_id and o.guardian_id = payer.guardian_id
       and o.kind not in ('disputed', 'left_out')
       and not (o.left_out_at is not null
                and (o.source_key, o.facts -> 'hole') in (select * from unnest($4::text[], $5::jsonb[])))`,
    [
      id,
      ...keys,
      unpriced.map(({ sourceKey }) => sourceKey),
      unpriced.map(({ facts }) => JSON.stringify(facts.kind === "unpriced" ? facts.hole : null)),
    ],
  );
  await writeOddities(writes, id, oddities);
}

import type { Writes } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import { difference } from "../rules/difference.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import { chargedBy } from "./charged.ts";
import type { Run } from "./run.ts";
import { writeCharges } from "./write-charges.ts";

/**
 * Makes the charges of some payers of a draft anew, from the facts as they are now: what an agent has just decided is on
 * the invoice without the whole month being begun again. What was found odd stays as the draft found it. Refuses a run
 * that is no draft; the caller holds its lock.
 */
export async function redraftPayers(
  writes: Writes,
  owed: OwedCharges,
  { id, month, state }: Run,
  payers: readonly Payer[],
): Promise<void> {
  if (state !== "draft") throw new Error(`run ${id} is ${state}`);
  const once = [...new Map(payers.map((payer) => [payerKey(payer), payer])).values()];
  await writes.run(
    "billing_redraft_drop",
    `delete from charge c
     using unnest($2::uuid[], $3::uuid[]) as payer (household_id, guardian_id)
     where c.run_id = $1 and c.household_id = payer.household_id and c.guardian_id = payer.guardian_id`,
    [id, once.map(({ householdId }) => householdId), once.map(({ guardianId }) => guardianId)],
  );
  const { charges, unpriced } = await owed.owedBy(writes, month, once);
  await writeCharges(writes, id, difference(charges, await chargedBy(writes, month, once), unpriced));
}

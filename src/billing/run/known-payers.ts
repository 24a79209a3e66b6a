import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { PayerOfMonth } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import type { KnownPayer } from "./oddities.ts";
import { firstDayOf } from "./run.ts";

interface PayerRow {
  householdId: Id<"household">;
  guardianId: Id<"guardian">;
  lastMonth: Cents | null;
  hasAddress: boolean;
}

/** What is known of these payers besides what they owe: their address, and what the month before cost them. */
export async function knownPayers(
  reads: Reads,
  month: Temporal.PlainYearMonth,
  payers: readonly PayerOfMonth[],
): Promise<readonly KnownPayer[]> {
  const rows = await reads.rows<PayerRow>(
    "billing_known_payers",
    `select p.household_id as "householdId", p.guardian_id as "guardianId",
            (select sum(i.total_cents)::integer from invoice i
             where i.household_id = p.household_id and i.guardian_id = p.guardian_id and i.month = $1) as "lastMonth",
            exists (select from families_household_card h
                    join families_guardian_card present
                      on present.household_id = h.household_id and present.guardian_id = p.guardian_id
                    where h.household_id = p.household_id and h.postcode <> '' and h.commune <> '') as "hasAddress"
     from unnest($2::uuid[], $3::uuid[]) as p (household_id, guardian_id)`,
    [
      firstDayOf(month.subtract({ months: 1 })),
      payers.map(({ householdId }) => householdId),
      payers.map(({ guardianId }) => guardianId),
    ],
  );
  const byKey = new Map(rows.map((row) => [payerKey(row), row]));
  return payers.map((payer) => {
    const row = byKey.get(payerKey(payer));
    return { ...payer, lastMonth: row?.lastMonth ?? null, hasAddress: row?.hasAddress ?? false };
  });
}

import type { Reads } from "#platform";

import type { ContractMonth, ContractPricing } from "./contract-price.ts";
import type { CareContract } from "./contract-queries.ts";

/**
 * What each month of these contracts costs, by contract, as their bills count it: shared out over what was signed, told
 * until the last day. Nothing of one whose unit bills day by day.
 */
export async function contractMonths(
  reads: Reads,
  contracts: readonly CareContract[],
  pricing: ContractPricing,
): Promise<ReadonlyMap<string, readonly ContractMonth[]>> {
  const found = new Map<string, readonly ContractMonth[]>();
  for (const { contractId, place, terms, agreedLast } of contracts) {
    const { householdId, unitId } = place;
    const signed = { ...terms, lastDay: agreedLast };
    const months = (await pricing(reads, { householdId, unitId, terms: signed })) ?? [];
    const due = months.filter(({ firstDay }) => Temporal.PlainDate.compare(firstDay, terms.lastDay) <= 0);
    if (due.length > 0) found.set(contractId, due);
  }
  return found;
}

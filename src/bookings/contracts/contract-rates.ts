import type { Reads } from "#platform";
import { careRates, type RateSegment } from "#pricing";

import type { CareContract } from "./contract-queries.ts";

/** The hourly rates of these contracts, by contract; none where nothing is known of a household's resources. */
export function contractRates(
  reads: Reads,
  contracts: readonly CareContract[],
): Promise<ReadonlyMap<string, readonly RateSegment[]>> {
  return careRates(
    reads,
    contracts.map(({ contractId, place: { householdId }, terms: { firstDay, lastDay } }) => ({
      id: contractId,
      householdId,
      first: firstDay,
      last: lastDay,
    })),
  );
}

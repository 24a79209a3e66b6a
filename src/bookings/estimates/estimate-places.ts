import type { Id } from "#kernel";
import type { Reads } from "#platform";
import { estimate, knownTariffs, withPenalties, type Estimate } from "#pricing";

import { chargeFacts, type PricedPlace } from "./charge-facts.ts";
import { estimateFacts } from "./estimate-people.ts";

/** Says what places of some households cost; each is told from memory, without another statement. */
export type EstimateOf = (place: PricedPlace) => Estimate;

/**
 * Reads all that the prices of these households hang on, once: two statements, and the tariffs where they changed.
 * Undefined where the authority has no tariff at all: nothing is said of prices then.
 */
export async function estimatesFor(
  reads: Reads,
  householdIds: readonly Id<"household">[],
): Promise<EstimateOf | undefined> {
  const { people, incomeOn, stamp } = await estimateFacts(reads, householdIds);
  if (stamp === null) return undefined;
  const tariffs = await knownTariffs(reads, stamp);
  if (tariffs.none) return undefined;
  return (place) => {
    const known = tariffs.tariffOn(place);
    const facts = known && chargeFacts({ people, incomeOn }, place, tariffs.sharing(known));
    if (facts === undefined) return { kind: "hole", code: "noTariff" };
    return withPenalties(estimate(tariffs, place, facts, known), tariffs.chargedOn(place).penalties);
  };
}

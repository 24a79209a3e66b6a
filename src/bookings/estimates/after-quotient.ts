import type { Estimate } from "#pricing";

import type { PricedPlace } from "./charge-facts.ts";
import type { EstimateOf } from "./estimate-places.ts";

/** What a place costs once the quotient that counts now is over. */
export interface AfterQuotient {
  /** The last day of the quotient. */
  readonly lastDay: Temporal.PlainDate;
  /** The day after, from which the price is another one. */
  readonly from: Temporal.PlainDate;
  readonly found: Estimate;
}

/**
 * @rule Le prix d’après le quotient
 *
 * Quand le quotient d’un foyer a une fin et qu’aucun autre ne le suit, le prix du lendemain est dit avec celui du jour, si le
 * quotient y change quelque chose et si l’inscription dure encore : la famille a le temps de déclarer le nouveau.
 *
 * Exemple : le 25 novembre 2026, une journée coûte 10,03 € avec un quotient qui vaut jusqu’au 15 décembre : « à partir du
 * mercredi 16 décembre 2026 : 15,00 € ».
 * @param until the last day on which the place can be had
 */
export function afterQuotient(
  estimate: EstimateOf,
  place: PricedPlace,
  until: Temporal.PlainDate,
): AfterQuotient | undefined {
  const lastDay = estimate.quotientEnd(place.householdId, place.date);
  if (lastDay === undefined) return undefined;
  const from = lastDay.add({ days: 1 });
  if (Temporal.PlainDate.compare(from, until) > 0) return undefined;
  const then = { ...place, date: from };
  const [held, found] = [estimate.ifQuotientHeld(then, place.date), estimate(then)];
  return priceOf(held) === priceOf(found) ? undefined : { lastDay, from, found };
}

const priceOf = (found: Estimate) => (found.kind === "hole" ? found.code : found.cents);

import type { ChargeTariff } from "./charge-tariffs.ts";
import type { KnownTariff } from "./known-tariff.ts";

const cares = new WeakMap<KnownTariff, KnownTariff>();

/** A tariff as the national scale of nurseries that bills it; one for each, whose prices are remembered. */
export function asCare(known: KnownTariff, { tariff }: ChargeTariff): KnownTariff {
  const before = cares.get(known);
  if (before !== undefined || known.isCare || tariff === undefined) return before ?? known;
  const care: KnownTariff = { ...known, tariff, isCare: true, every: "slot", instalments: null };
  cares.set(known, care);
  return care;
}

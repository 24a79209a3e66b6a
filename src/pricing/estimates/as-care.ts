import type { ChargeTariff } from "./charge-tariffs.ts";
import type { KnownTariff } from "./known-tariff.ts";

/** The scale, as if a file had said it. */
const SCALE = {
  every: "slot",
  instalments: null,
  regularFrom: null,
  isCare: true,
  byWeekday: false,
  text: "",
  entry: { activities: [], price: { kind: "psu" } },
} as const satisfies Omit<KnownTariff, "tariff">;

const cares = new WeakMap<KnownTariff, KnownTariff>();

/**
 * A tariff as the national scale of nurseries that bills it; one for each, whose prices are remembered. Undefined: the
 * unit has no price of its own, and the scale alone bills it.
 */
export function asCare(known: KnownTariff | undefined, { tariff }: ChargeTariff): KnownTariff | undefined {
  if (known === undefined) return tariff && { ...SCALE, tariff };
  const before = cares.get(known);
  if (before !== undefined || known.isCare || tariff === undefined) return before ?? known;
  const care: KnownTariff = { ...known, tariff, isCare: true, every: "slot", instalments: null };
  cares.set(known, care);
  return care;
}

import { cents } from "#kernel";
import type { Hole, Price, PriceFact } from "#pricing";

import type { ChargeKind } from "../rules/owed.ts";
import type { KeptFacts, OwedCharge, Unpriced } from "./owed-charges.ts";

/** What is priced: all of an owed charge but what the price says. */
export interface Priced extends Omit<OwedCharge, "kind" | "cents" | "facts"> {
  /** What was given to the tariff, in the words of a case. */
  readonly priced: KeptFacts["priced"];
  readonly attended: boolean | null;
  readonly toldAt?: string | undefined;
  readonly stay?: KeptFacts["stay"] | undefined;
  /** What its main line is, where it is no absence: a unit, a contract's month, a fee. */
  readonly kind: "unit" | "contract" | "fee";
  /** What it is charged as where an agent has to give its price; left out, its kind. */
  readonly unpricedKind?: ChargeKind;
}

/**
 * What a price makes owed: a charge for each of its lines, each with a source of its own, so that a penalty that is
 * lifted is given back alone. A price that falls in a hole is a fact that nobody can price.
 */
export function owedOfPrice(
  { priced, attended, toldAt, stay, kind, unpricedKind = kind, ...owed }: Priced,
  price: Price | Hole,
): { readonly charges: readonly OwedCharge[]; readonly unpriced: readonly Unpriced[] } {
  if (price.kind === "hole")
    return { charges: [], unpriced: [{ ...owed, priced, attended, kind: unpricedKind, hole: price }] };
  const seen = new Map<string, number>();
  const charges = price.lines.map((line): OwedCharge => {
    const main = line.what === "unit" || line.what === "absence";
    const count = (seen.get(line.what) ?? 0) + 1;
    seen.set(line.what, count);
    const lineKind: ChargeKind = line.what === "unit" ? kind : line.what;
    return {
      ...owed,
      sourceKey: main ? owed.sourceKey : `${owed.sourceKey}/${line.what}:${count}`,
      unit: main || line.name === null || owed.unit === null ? owed.unit : { ...owed.unit, name: line.name },
      kind: lineKind,
      cents: cents(line.cents),
      facts: {
        why: line.facts,
        priced,
        attended,
        ...(main && toldAt !== undefined ? { toldAt } : {}),
        ...(main && stay !== undefined && line.facts.some(countsMinutes) ? { stay } : {}),
      },
    };
  });
  return { charges, unpriced: [] };
}

const countsMinutes = (fact: PriceFact): boolean => fact.fact === "per" && fact.of === "minutes";

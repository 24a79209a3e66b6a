import { hourlyRate, type PsuHole, type PsuHousehold, type PsuRate } from "./hourly-rate.ts";
import type { Care, PsuTables } from "./psu-tables.ts";

/** What was known of a household, from a day on; null: nothing that still counts. */
export interface KnownHousehold {
  readonly firstDay: Temporal.PlainDate;
  readonly household: PsuHousehold | null;
}

/** Days of a contract with one hourly rate, both included. */
export interface RateSegment {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly rate: PsuRate | PsuHole;
}

/**
 * @rule Multi-accueil : le tarif peut changer pendant le contrat
 *
 * Un changement de ressources, de plancher, de plafond ou de taux d'effort coupe le contrat : chaque morceau a son
 * tarif, sans jour oublié ni compté deux fois. Les contrats en cours suivent le nouveau plafond dès son jour.
 *
 * Exemple : un contrat du 1er janvier au 31 décembre 2025, 9 000 € de ressources, un enfant : 7 000 × 0,0619 % = 4,33 €
 * jusqu'au 31 août 2025, puis 8 500 × 0,0619 % = 5,26 €.
 *
 * In: what was known, in any order. Out: segments that touch, from the contract's first day to its last.
 */
export function rateSegments(
  tables: PsuTables,
  contract: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate },
  known: readonly KnownHousehold[],
  terms: { readonly care: Care },
): readonly RateSegment[] {
  const { compare } = Temporal.PlainDate;
  const dated = [...tables.rates, ...tables.floors, ...tables.ceilings];
  const cuts = [
    ...known.map(({ firstDay }) => firstDay),
    ...dated.flatMap(({ from, until }) => [from, ...(until === null ? [] : [until.add({ days: 1 })])]),
  ].filter((day) => compare(contract.first, day) < 0 && compare(day, contract.last) <= 0);
  const starts = [...new Set([contract.first, ...cuts].map(String))]
    .toSorted()
    .map((day) => Temporal.PlainDate.from(day));
  const segments: RateSegment[] = [];
  for (const [index, first] of starts.entries()) {
    const last = starts[index + 1]?.subtract({ days: 1 }) ?? contract.last;
    const household = known
      .filter(({ firstDay }) => compare(firstDay, first) <= 0)
      .toSorted((a, b) => compare(a.firstDay, b.firstDay))
      .at(-1)?.household;
    const rate: PsuRate | PsuHole =
      household === undefined || household === null
        ? { kind: "hole", code: "noResources", day: first.toString() }
        : hourlyRate(tables, household, { day: first, ...terms });
    const before = segments.at(-1);
    if (before !== undefined && isSame(before.rate, rate))
      segments[segments.length - 1] = { ...before, last };
    else segments.push({ first, last, rate });
  }
  return segments;
}

function isSame(a: PsuRate | PsuHole, b: PsuRate | PsuHole): boolean {
  if (a.kind === "hole" || b.kind === "hole")
    return a.kind === b.kind && "code" in a && "code" in b && a.code === b.code;
  return (
    a.cents === b.cents &&
    a.facts.percent === b.facts.percent &&
    a.facts.euros === b.facts.euros &&
    a.facts.unknown === b.facts.unknown &&
    a.facts.limit?.euros === b.facts.limit?.euros
  );
}

import type { Cents } from "#kernel";

import { compare, decimalText, exact, type Exact, times } from "../exact.ts";
import type { ResourcesCase } from "../qf/income.ts";
import { HALF_UP_AT_LINE, roundCents } from "../tariff/rounding.ts";
import { type Care, type Evidence, onDay, type PsuTables } from "./psu-tables.ts";

/** What the nursery knows of a household. */
export interface PsuHousehold {
  readonly resources: { readonly cents: number } | { readonly unknown: ResourcesCase };
  readonly dependentChildren: number;
  /** Children of the household who receive the AEEH, whether they come to the nursery or not. */
  readonly aeehChildren: number;
}

/** What made an hourly rate: kept with the contract, told to the family. */
export interface PsuFacts {
  readonly day: string;
  readonly care: Care;
  /** A month's, as they are known; null where only the case is. */
  readonly euros: string | null;
  readonly unknown: ResourcesCase | null;
  /** What they count as, where a limit decides. */
  readonly limit: { readonly kind: "floor" | "ceiling"; readonly euros: string } | null;
  readonly children: number;
  readonly aeeh: number;
  readonly percent: string;
  /** « 2.635 », before it is rounded. */
  readonly exactly: string;
  /** The least sure of the figures. */
  readonly evidence: Evidence;
}

/** An hourly rate and what made it. */
export interface PsuRate {
  readonly kind: "rate";
  readonly cents: Cents;
  readonly facts: PsuFacts;
}

/** Why no rate can be told. Never a guess. */
export interface PsuHole {
  readonly kind: "hole";
  readonly code: "noRates" | "noRateForChildren" | "noFloor" | "noCeiling" | "noResources";
  readonly day: string;
}

/**
 * @rule Multi-accueil : le tarif horaire (PSU)
 *
 * Les ressources du mois, ramenées entre le plancher et le plafond de ce jour-là, multipliées par le taux d'effort du
 * nombre d'enfants à charge, arrondies au centime le plus proche, le demi-centime vers le haut. Chaque enfant qui reçoit
 * l'AEEH, accueilli ou non, compte pour un enfant de plus. Le plancher s'impose toujours ; au-dessus du plafond, la
 * collectivité peut continuer d'appliquer le taux. Ressources inconnues : le plancher (aucune ressource, enfant confié à
 * l'ASE, ni allocation ni fiche de paie) ou le plafond (non communiquées).
 *
 * Exemple, au 1er septembre 2025 : 8 500 € et quatre enfants à charge font 8 500 × 0,0310 % = 2,635 €, donc 2,64 € de
 * l'heure. Deux enfants dont un avec l'AEEH paient le taux de trois.
 */
export function hourlyRate(
  tables: PsuTables,
  { resources, dependentChildren, aeehChildren }: PsuHousehold,
  { day, care }: { day: Temporal.PlainDate; care: Care },
): PsuRate | PsuHole {
  const hole = (code: PsuHole["code"]): PsuHole => ({ kind: "hole", code, day: day.toString() });
  const rates = onDay(
    tables.rates.filter((one) => one.care === care),
    day,
  );
  if (rates === undefined) return hole("noRates");
  const key = dependentChildren + aeehChildren;
  const rate = rates.children.find(({ from, to }) => from <= key && (to === null || key <= to));
  if (rate === undefined) return hole("noRateForChildren");
  const [floor, ceiling] = [onDay(tables.floors, day), onDay(tables.ceilings, day)];
  if (floor === undefined) return hole("noFloor");
  if (ceiling === undefined) return hole("noCeiling");
  const known = "cents" in resources ? { n: BigInt(resources.cents), d: 100n } : null;
  const unknown = "unknown" in resources ? resources.unknown : null;
  const limit =
    unknown === null
      ? limitOf(known, exact(floor.euros), ceiling.goesOn === true ? null : exact(ceiling.euros))
      : tables.cases[unknown];
  const limited = limit === "floor" ? floor : limit === "ceiling" ? ceiling : null;
  const counted = limited === null ? known : exact(limited.euros);
  if (counted === null) return hole("noResources");
  const exactly = times(times(counted, exact(rate.percent)), { n: 1n, d: 100n });
  return {
    kind: "rate",
    cents: roundCents(exactly, HALF_UP_AT_LINE),
    facts: {
      day: day.toString(),
      care,
      euros: "cents" in resources ? eurosOf(resources.cents) : null,
      unknown,
      limit: limited === null || limit === null ? null : { kind: limit, euros: limited.euros },
      children: dependentChildren,
      aeeh: aeehChildren,
      percent: rate.percent,
      exactly: decimalText(exactly),
      evidence: leastSure([
        rates.evidence,
        ...(limited === null ? [floor, ceiling] : [limited]).map((one) => one.evidence),
      ]),
    },
  };
}

function limitOf(known: Exact | null, floor: Exact, ceiling: Exact | null): "floor" | "ceiling" | null {
  if (known === null) return null;
  if (compare(known, floor) < 0) return "floor";
  return ceiling !== null && compare(known, ceiling) > 0 ? "ceiling" : null;
}

const leastSure = (all: readonly Evidence[]): Evidence =>
  all.includes("G") ? "G" : all.includes("A") ? "A" : "C";

const eurosOf = (amount: number) => `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;

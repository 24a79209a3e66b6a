import { cents, type Cents } from "#kernel";

import { proofUntil } from "../rules/tariff/absences.ts";
import type { Absence, ChargeFacts } from "../rules/tariff/charge-facts.ts";
import type { Hole, Price } from "../rules/tariff/price.ts";
import { priceOf } from "../rules/tariff/price-of.ts";
import { absencePhrase } from "../rules/tariff/rule-phrases.ts";
import type { ChargeTariff } from "./charge-tariffs.ts";

/** What a place costs that is kept while nobody comes, as the bill will count it. */
export interface AbsenceCost {
  /** Null where the price is not known. */
  readonly unproven: Cents | null;
  /** With a proof received in time. */
  readonly proven: Cents | null;
  /** The last day on which a proof is taken, the whole day; null where no proof is asked, or none is too late. */
  readonly proofUntil: Temporal.PlainDate | null;
  /**
   * Why the price is not known: what to settle, or what pays the day: a contract by the month, a package that is booked
   * whole. Null where it is known.
   */
  readonly unknown: Hole | "contract" | "package" | null;
  /** What the rules say of it: « absence pour maladie : non facturée, avec un justificatif sous 48 heures ». */
  readonly rules: readonly string[];
}

/** What an announced absence costs, without a proof and with one; `absence` is as it is told now. */
export function absenceCost(
  { tariff, absences }: Pick<ChargeTariff, "tariff" | "absences">,
  facts: ChargeFacts,
  absence: Absence,
): AbsenceCost {
  const priceIf = (told: Absence): Price | Hole =>
    tariff === undefined ? { kind: "hole", code: "noTariff" } : priceOf({ ...facts, absence: told }, tariff);
  const [unproven, proven] = [priceIf(absence), priceIf({ ...absence, proofAt: absence.since })];
  return {
    unproven: centsOf(unproven),
    proven: centsOf(proven),
    unknown: unproven.kind === "hole" ? unproven : proven.kind === "hole" ? proven : null,
    proofUntil: proofUntil(absences, absence)?.toPlainDate() ?? null,
    rules: absences
      .filter(({ reasons }) => reasons === undefined || reasons.includes(absence.reason))
      .map((rule) => absencePhrase(rule)),
  };
}

const centsOf = (price: Price | Hole): Cents | null => (price.kind === "hole" ? null : cents(price.total));

import { psuRateOf } from "../psu/family-rate.ts";
import { over, times } from "../exact.ts";
import type { PsuForm } from "./grammar.ts";
import type { Evaluate } from "./measure.ts";
import { amount, hole } from "./price.ts";

const HALF_HOUR = 30;
const HOUR_IN_CENTS = 6000n;

/**
 * @rule Multi-accueil : l'accueil occasionnel
 *
 * Une prestation au barème national (« kind: psu ») sans contrat se paie par demi-heure commencée, au tarif horaire du
 * foyer ce jour-là, arrondi au centime pour la venue entière. L'estimation et la facture appliquent la même règle.
 *
 * Exemple, le 12 novembre 2026 à 1,86 € de l'heure : deux heures dix font deux heures et demie, 4,65 €.
 */
export function psuPrice({ care = "collective" }: PsuForm): Evaluate {
  return ({ facts, psu }) => {
    const { date, minutes, psu: family } = facts;
    const rate = psuRateOf(psu, family, { day: date, care });
    if (rate.kind === "hole") return rate;
    if (minutes === undefined) return hole({ code: "missingFact", fact: "minutes" });
    const counted = Math.ceil(minutes / HALF_HOUR) * HALF_HOUR;
    return amount(
      over(times({ n: BigInt(counted), d: 1n }, { n: BigInt(rate.cents), d: 1n }), HOUR_IN_CENTS),
      [
        { fact: "psuRate", rate: rate.cents, made: rate.facts },
        { fact: "psuTime", minutes: counted, rate: rate.cents },
      ],
    );
  };
}

import { type Cents, cents } from "#kernel";

import { type ContractMonth, priceOfMinutes } from "./contract-months.ts";

/** A month of a contract, billed and carried out, side by side. */
export interface MonthHours {
  readonly contractMinutes: number;
  readonly complementaryMinutes: number;
  readonly deductedMinutes: number;
  readonly billedMinutes: number;
  readonly carriedOutMinutes: number;
  /** Planned days of which nobody has noted anything yet: the carried-out hours lack them. */
  readonly unnotedDays?: number;
  /** Billed ÷ carried out, in thousandths; null where nobody came, or while days remain to note. */
  readonly billingRate: number | null;
  /** Where the rate stands for the CAF's grant since 1 January 2025. */
  readonly grant: "full" | "decreasing" | "lowest" | null;
  readonly cents: Cents;
}

const FULL_UNTIL = 1070;
const LOWEST_FROM = 1200;

/**
 * @rule Multi-accueil : heures facturées, heures réalisées et taux de facturation
 *
 * Heures facturées : celles du contrat, plus les complémentaires, moins les déduites, toutes au tarif du contrat. Heures
 * réalisées : la présence. Le taux de facturation est le rapport des deux ; depuis le 1er janvier 2025, l'aide de la CAF
 * est entière jusqu'à 107 %, baisse jusqu'à 120 %, et reste alors au plus bas. Tant qu'un jour prévu n'est pas noté, les
 * heures réalisées sont incomplètes : le taux n'est pas dit.
 *
 * Exemple, à 2 € : 119 heures de contrat, 3 complémentaires, 8 déduites : 114 facturées (228 €) ; 106 réalisées, taux
 * 107,5 %.
 */
export function monthHours(
  { minutes, rate, cents: contract }: Pick<ContractMonth, "minutes" | "rate" | "cents">,
  real: {
    readonly complementaryMinutes: number;
    readonly deductedMinutes: number;
    readonly carriedOutMinutes: number;
    readonly unnotedDays?: number;
  },
): MonthHours {
  const billedMinutes = minutes + real.complementaryMinutes - real.deductedMinutes;
  const { carriedOutMinutes } = real;
  const isKnown = carriedOutMinutes > 0 && (real.unnotedDays ?? 0) === 0;
  const billingRate = !isKnown ? null : Math.round((billedMinutes * 1000) / carriedOutMinutes);
  return {
    contractMinutes: minutes,
    ...real,
    billedMinutes,
    billingRate,
    grant: billingRate === null ? null : grantOf(billedMinutes, carriedOutMinutes),
    cents: cents(
      contract + priceOfMinutes(real.complementaryMinutes, rate) - priceOfMinutes(real.deductedMinutes, rate),
    ),
  };
}

/** Compared exactly, before the rate is rounded to be shown. */
function grantOf(billed: number, carriedOut: number): NonNullable<MonthHours["grant"]> {
  if (billed * 1000 <= carriedOut * FULL_UNTIL) return "full";
  return billed * 1000 >= carriedOut * LOWEST_FROM ? "lowest" : "decreasing";
}

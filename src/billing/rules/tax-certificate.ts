import { cents, type Cents } from "#kernel";

import type { CarePaid } from "./care-paid.ts";

/** CGI, article 200 quater B: children under six on 1 January of the year of the income. */
const UNDER_YEARS = 6;

/** What of one child's care can be declared for a year. */
export interface CertifiedCare {
  /** Under six on 1 January. */
  readonly young: boolean;
  readonly cents: Cents;
  /** The part of it that was paid by CESU. */
  readonly cesu: Cents;
  /** What was given back in the year beyond what was paid in it: of years that were certified before. */
  readonly beyond: Cents;
}

/**
 * @rule Pour quels enfants l’attestation fiscale compte
 *
 * Les enfants qui n’ont pas encore six ans au 1er janvier de l’année, celui qui les a ce jour-là compris ; les autres
 * sont nommés, sans montant. Un montant n’est jamais négatif : ce qui a été rendu au-delà de ce qui a été payé dans
 * l’année est dit à part, car il concerne une année déjà attestée.
 *
 * Exemple : pour 2026, un enfant né le 1er janvier 2020 compte, un enfant né le 31 décembre 2019 ne compte pas.
 */
export function certify(
  paid: readonly CarePaid[],
  birthDate: Temporal.PlainDate | null,
  year: number,
): CertifiedCare {
  const young = birthDate !== null && birthDate.year >= year - UNDER_YEARS;
  if (!young) return { young, cents: cents(0), cesu: cents(0), beyond: cents(0) };
  const own = paid.filter((one) => one.year === year);
  const net = own.reduce((sum, one) => sum + one.cents, 0);
  const cesu = own.reduce((sum, one) => sum + one.cesu, 0);
  const certified = Math.max(net, 0);
  return {
    young,
    cents: cents(certified),
    cesu: cents(Math.min(Math.max(cesu, 0), certified)),
    beyond: cents(certified - net),
  };
}

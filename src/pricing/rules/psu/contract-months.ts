import { type Cents, cents } from "#kernel";

import { HALF_UP_AT_LINE, roundCents } from "../tariff/rounding.ts";

const HOUR = 60;

/** What a month of a contract costs. */
export interface ContractMonth {
  readonly month: string;
  readonly minutes: number;
  readonly rate: Cents;
  readonly cents: Cents;
}

/** Minutes at an hourly rate, to the nearest cent. */
export function priceOfMinutes(minutes: number, rate: Cents): Cents {
  return roundCents({ n: BigInt(minutes) * BigInt(rate), d: BigInt(HOUR) * 100n }, HALF_UP_AT_LINE);
}

/**
 * @rule Multi-accueil : la mensualité du contrat
 *
 * Les heures de la semaine, multipliées par les semaines du contrat, divisées par le nombre de mois facturés. Chaque
 * mois compte des heures entières, le dernier prend le reste : le total du contrat est exact. Le tarif d'un mois est celui
 * de son premier jour de contrat.
 *
 * Exemple : 34 heures par semaine pendant 42 semaines, sur 12 mois : 119 heures par mois, soit 238 € à 2 € de l'heure.
 * 25 heures pendant 44 semaines, sur 12 mois : onze mois de 91 heures et un de 99.
 */
export function contractMonths(
  { minutesPerWeek, weeks }: { readonly minutesPerWeek: number; readonly weeks: number },
  months: readonly { readonly month: string; readonly rate: Cents }[],
): readonly ContractMonth[] {
  return months.map(({ month, rate }, position) => {
    const minutes = contractMinutes(minutesPerWeek * weeks, months.length, position + 1);
    return { month, minutes, rate, cents: priceOfMinutes(minutes, rate) };
  });
}

/** The minutes of one month of a contract; 1 is the first, the last takes what is left. */
export function contractMinutes(total: number, months: number, index: number): number {
  const usual = Math.floor(total / months / HOUR) * HOUR;
  return index === months ? total - usual * (months - 1) : usual;
}

/** What is still due at the end of a contract, or given back (below zero), and why. */
export interface Regularisation {
  readonly plannedMinutes: number;
  readonly billedMinutes: number;
  readonly cents: Cents;
}

/**
 * @rule Multi-accueil : la régularisation de fin de contrat
 *
 * À la fin, les heures vraiment prévues jusqu'au dernier jour sont comparées à celles des mensualités, mois par mois, au
 * tarif de chaque mois. Ce qui manque est facturé, ce qui est en trop est rendu.
 *
 * Exemple : un contrat arrêté fin juin : 714 heures en six mensualités de 119 à 2 €, 680 heures prévues : 34 heures en
 * trop, 68 € rendus.
 */
export function regularisation(
  months: readonly {
    readonly plannedMinutes: number;
    readonly billedMinutes: number;
    readonly rate: Cents;
  }[],
): Regularisation {
  const sum = (of: (month: (typeof months)[number]) => number) =>
    months.reduce((all, one) => all + of(one), 0);
  return {
    plannedMinutes: sum(({ plannedMinutes }) => plannedMinutes),
    billedMinutes: sum(({ billedMinutes }) => billedMinutes),
    cents: cents(
      sum(({ plannedMinutes, billedMinutes, rate }) => {
        const more = plannedMinutes - billedMinutes;
        return Math.sign(more) * priceOfMinutes(Math.abs(more), rate);
      }),
    ),
  };
}

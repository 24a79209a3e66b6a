import { cents, type Cents } from "#kernel";

import type { AccountEntry } from "./read-accounts.ts";

/** One year of an account: what it began with, its lines each with the balance after it, what it ended with. */
export interface AccountYear {
  /** The sum of the years before; null where there is none. */
  readonly before: Cents | null;
  readonly entries: readonly AccountEntry[];
  readonly end: Cents;
  /** Whether later years have lines: the balance of today is not the one that this year ended with. */
  readonly followed: boolean;
}

/**
 * @rule Une année du compte d’un payeur
 *
 * Une année montre les lignes dont le jour est de l’année ; elle part du solde du 1er janvier, la somme des années
 * d’avant, et chaque ligne y ajoute la sienne. Un règlement de décembre enregistré en janvier est une ligne de décembre.
 *
 * Exemple : 99,30 € dus à la fin de 2026, une facture de 38,90 € le 4 janvier 2027 : la page de 2026 finit à 99,30 €,
 * celle de 2027 part de 99,30 € et finit à 138,20 €, ce qui est à régler.
 */
export function accountYear(entries: readonly AccountEntry[], year: number): AccountYear {
  const earlier = entries.filter(({ day }) => day.year < year);
  const before = earlier.reduce((sum, one) => sum + one.cents, 0);
  let balance = before;
  const own = entries
    .filter(({ day }) => day.year === year)
    .map((entry) => {
      balance += entry.cents;
      return { ...entry, balance: cents(balance) };
    });
  return {
    before: earlier.length === 0 ? null : cents(before),
    entries: own,
    end: cents(balance),
    followed: entries.some(({ day }) => day.year > year),
  };
}

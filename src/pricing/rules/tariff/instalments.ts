import { type Cents, cents } from "#kernel";

/**
 * @rule Prix : un forfait en plusieurs fois
 *
 * Un forfait payé en plusieurs fois se divise au centime ; les premiers versements portent les centimes qui restent,
 * et leur somme est le forfait.
 *
 * Exemple, de septembre 2026 à novembre 2026 : 100,00 € en trois fois font 33,34 €, 33,33 € et 33,33 €.
 *
 * In: which instalment, from 1 to count.
 */
export function instalmentOf(whole: Cents, index: number, count: number): Cents {
  const each = Math.floor(whole / count);
  return cents(index <= whole - each * count ? each + 1 : each);
}

/** Every instalment of a plan, the first one first. */
export function instalmentsOf(whole: Cents, count: number): readonly Cents[] {
  return Array.from({ length: count }, (_, index) => instalmentOf(whole, index + 1, count));
}

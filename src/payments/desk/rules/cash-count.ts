import { cents, type Cents } from "#kernel";

/** Notes and coins of the euro, in cents, the largest first. */
export const DENOMINATIONS = [
  50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1,
] as const;

/** How many of each note and coin were counted: `{ "5000": 2 }` is 100,00 €. */
export type CashCount = Readonly<Record<string, number>>;

/** What notes and coins come to. */
export function countedCents(count: CashCount): Cents {
  return cents(DENOMINATIONS.reduce((sum, value) => sum + value * (count[String(value)] ?? 0), 0));
}

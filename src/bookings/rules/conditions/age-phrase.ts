import { countOf } from "#kernel";

const HALF_YEAR = 6;

/** An age of whole months in words: « 3 ans », « 2 ans et demi », « 18 mois ». */
export function agePhrase(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years > 0 && rest === 0) return countOf(years, "an");
  if (years > 1 && rest === HALF_YEAR) return `${countOf(years, "an")} et demi`;
  return countOf(months, "mois", "mois");
}

import { cents, formatCents, type Cents } from "#kernel";

/** « + 32,40 € », « − 3,20 € ». */
export function signedCents(total: Cents): string {
  if (total === 0) return formatCents(total);
  const amount = formatCents(cents(Math.abs(total)));
  return `${total < 0 ? "−" : "+"}\u00a0${amount}`;
}

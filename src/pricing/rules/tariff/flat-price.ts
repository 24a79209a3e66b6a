import { exact } from "../exact.ts";
import type { Decimal } from "./grammar.ts";
import type { Evaluate } from "./measure.ts";
import { amount } from "./price.ts";

/**
 * @rule Prix : un montant
 *
 * Le même prix pour tous. Exemple : le repas du 4 janvier 2027 coûte 4,00 €. La gratuité s'écrit 0,00 €.
 */
export function flatPrice(euros: Decimal): Evaluate {
  const told = amount(exact(euros), [{ fact: "amount", euros }]);
  return () => told;
}

import { compare, decimalText, ZERO } from "../exact.ts";
import { changeOf } from "./change.ts";
import type { Adjustment } from "./grammar.ts";
import type { Evaluate } from "./measure.ts";
import { amount, hole, type PriceFact } from "./price.ts";
import { holds, whenFacts } from "./when.ts";

/**
 * @rule Prix : en plus ou en moins
 *
 * Des euros, un facteur ou un pourcentage en plus ou en moins pour certains, dans l'ordre où ils sont écrits, après
 * le plancher et le plafond. Un prix n'est jamais négatif.
 *
 * Exemple, au 4 janvier 2027 : 1,10 % d'un quotient de 1000 font 11,00 € ; hors communauté de communes, 3 € de plus,
 * 14,00 €.
 */
export function adjusted(price: Evaluate, adjustments: readonly Adjustment[]): Evaluate {
  if (adjustments.length === 0) return price;
  const changes = adjustments.map(({ name, when, plus, times, percent }) => {
    const change = {
      ...(plus === undefined ? {} : { plus }),
      ...(times === undefined ? {} : { times }),
      ...(percent === undefined ? {} : { percent }),
    };
    const fact: PriceFact = { fact: "adjustment", name, when, change };
    return { when, fact, apply: changeOf(change) };
  });
  return (reading) => {
    const found = price(reading);
    if (found.kind === "hole") return found;
    const facts = whenFacts(reading.facts);
    let value = found.exact;
    const kept: PriceFact[] = [...found.facts];
    for (const { when, fact, apply } of changes) {
      const answer = holds(when, facts);
      if (typeof answer === "object") return hole({ code: "missingFact", fact: answer.missing });
      if (!answer) continue;
      value = apply(value);
      kept.push(fact);
    }
    if (compare(value, ZERO) < 0) return hole({ code: "belowZero", euros: decimalText(value) });
    return amount(value, kept);
  };
}

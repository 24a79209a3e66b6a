import { situations, situationsOf } from "./case-space.ts";
import type { CasesForm, PriceForm } from "./grammar.ts";
import type { Evaluate } from "./measure.ts";
import { amount, hole } from "./price.ts";
import { holds, whenFacts } from "./when.ts";

/**
 * @rule Prix : selon la situation
 *
 * Un prix par situation : habitant ou non, adulte, repas apporté (PAI), régulier ou occasionnel, rang… Le cas le plus
 * précis s'applique ; un cas sans condition est pour tous les autres. Deux cas qui vaudraient pour la même situation
 * sans que l'un précise l'autre sont refusés ; une situation sans cas n'a pas de prix.
 *
 * Exemple, au 4 janvier 2027, « adulte 5,05 € ; enfant hors commune 4,00 € ; sinon 2,85 € » : un enfant de la commune
 * paie 2,85 €.
 */
export function casesPrice({ cases }: CasesForm, read: (form: PriceForm) => Evaluate): Evaluate {
  const all = situations(cases.map(({ when = {} }) => when)) ?? [];
  const mostPreciseFirst = cases
    .map(({ when = {}, price }) => ({ when, price: read(price), size: situationsOf(when, all).size }))
    .toSorted((a, b) => a.size - b.size);
  return (reading) => {
    const facts = whenFacts(reading.facts);
    for (const { when, price } of mostPreciseFirst) {
      const answer = holds(when, facts);
      if (typeof answer === "object") return hole({ code: "missingFact", fact: answer.missing });
      if (!answer) continue;
      const found = price(reading);
      return found.kind === "hole" ? found : amount(found.exact, [{ fact: "case", when }, ...found.facts]);
    }
    return hole({ code: "noCase" });
  };
}

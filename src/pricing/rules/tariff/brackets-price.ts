import { compare, exact, type Exact } from "../exact.ts";
import type { Bracket } from "../brackets.ts";
import type { BracketsForm, Measure, PriceForm, PricedBracket } from "./grammar.ts";
import { type Evaluate, measure, type Reading } from "./measure.ts";
import { amount, type Amount, type Hole, hole, type PriceFact } from "./price.ts";
import { holds, whenFacts } from "./when.ts";

interface ReadBracket {
  readonly bracket: Bracket;
  readonly price: Evaluate;
  holds(value: Exact): boolean;
}

/**
 * @rule Prix : des tranches
 *
 * Le prix de la tranche qui contient le quotient (ou le revenu, le nombre d'enfants inscrits, le rang, les jours d'un
 * forfait…), chaque borne comprise ou non, décimales comprises. Certains peuvent payer le prix d'une tranche plus
 * basse ; qui est déjà dans la plus basse y reste. Sans quotient, « le prix le plus haut » est celui de la tranche la
 * plus chère. Une valeur sans tranche n'a pas de prix.
 *
 * Exemple, au 4 janvier 2027, « moins de 700 : 0,50 € ; de 700 à 1000 : 1,00 € ; plus de 1000 : 3,10 € » : 699,99 paie
 * 0,50 €, 700 et 1000 paient 1,00 €, 1000,01 paie 3,10 €.
 */
export function bracketsPrice(
  { of = "qf", brackets, lower }: BracketsForm,
  read: (form: PriceForm) => Evaluate,
): Evaluate {
  const inOrder = brackets
    .toSorted(
      (a, b) => lowEnd(a) - lowEnd(b) || Number(a.above !== undefined) - Number(b.above !== undefined),
    )
    .map((one) => readBracket(one, read));
  return (reading) => {
    const measured = measure(of, reading);
    if (measured.kind === "hole") return measured;
    if (measured.kind === "highest") return highest(of, inOrder, reading);
    const { value, text } = measured;
    const own = inOrder.findIndex((one) => one.holds(value));
    const lowered = lower === undefined ? false : holds(lower.when, whenFacts(reading.facts));
    if (typeof lowered === "object") return hole({ code: "missingFact", fact: lowered.missing });
    const index = lowered ? Math.max(0, own - (lower?.by ?? 1)) : own;
    const found = own === -1 ? undefined : inOrder[index];
    if (found === undefined) return hole({ code: "noBracket", of, value: text });
    const why = lower !== undefined && lowered ? { by: own - index, when: lower.when } : null;
    return within(found, reading, { fact: "bracket", of, value: text, bracket: found.bracket, lowered: why });
  };
}

function highest(of: Measure, all: readonly ReadBracket[], reading: Reading): Amount | Hole {
  let top: Amount | undefined;
  for (const one of all) {
    const found = within(one, reading, {
      fact: "bracket",
      of,
      value: null,
      bracket: one.bracket,
      lowered: null,
    });
    if (found.kind === "hole") return found;
    if (top === undefined || compare(found.exact, top.exact) > 0) top = found;
  }
  return top ?? hole({ code: "noHighest" });
}

function within({ price }: ReadBracket, reading: Reading, fact: PriceFact): Amount | Hole {
  const found = price(reading);
  return found.kind === "hole" ? found : amount(found.exact, [fact, ...found.facts]);
}

function readBracket({ price, ...bracket }: PricedBracket, read: (form: PriceForm) => Evaluate): ReadBracket {
  const { from, above, to, below } = bracket;
  const [low, high] = [above ?? from, below ?? to];
  const [lowest, topmost] = [low === undefined ? null : exact(low), high === undefined ? null : exact(high)];
  const [leastAtLow, mostAtHigh] = [above === undefined ? 0 : 1, below === undefined ? 0 : -1];
  return {
    bracket,
    price: read(price),
    holds: (value) =>
      (lowest === null || compare(value, lowest) >= leastAtLow) &&
      (topmost === null || compare(value, topmost) <= mostAtHigh),
  };
}

const lowEnd = ({ from, above }: Bracket) => above ?? from ?? 0;

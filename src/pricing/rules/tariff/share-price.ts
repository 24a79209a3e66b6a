import { compare, exact, type Exact, times } from "../exact.ts";
import type { ShareForm } from "./grammar.ts";
import { limitsOf } from "./limits.ts";
import { type Evaluate, measure } from "./measure.ts";
import { amount, hole } from "./price.ts";

/**
 * @rule Prix : une part du quotient, du revenu ou du coût
 *
 * Un pourcentage ou un coefficient, entre un prix plancher et un prix plafond. Le quotient lui-même peut être ramené
 * entre deux bornes. Sans quotient, « le prix le plus haut » est le plafond, ou le prix de la plus haute borne.
 *
 * Exemple, au 4 janvier 2027, « 0,36 % du quotient, de 2,60 € à 4,50 € » : un quotient de 500 paie 2,60 € (1,80 € est
 * sous le plancher), 1000 paie 3,60 €, 1300 paie 4,50 €.
 */
export function sharePrice(form: ShareForm): Evaluate {
  const { of = "qf", percent, factor, least, most } = form;
  const rate = percent === undefined ? exact(factor ?? "0") : times(exact(percent), HUNDREDTH);
  const [lowest, topmost] = [
    least === undefined ? null : exact(least),
    most === undefined ? null : exact(most),
  ];
  const limited = limitsOf(form);
  const ceiling = form.ceiling === undefined ? null : exact(form.ceiling);
  return (reading) => {
    const measured = measure(of, reading);
    if (measured.kind === "hole") return measured;
    const asked = measured.kind === "highest" ? null : measured;
    const counted = asked === null ? topmost : clamped(asked.value, lowest, topmost);
    const share = counted === null ? ceiling : times(counted, rate);
    if (share === null) return hole({ code: "noHighest" });
    const { value, limit } = limited(share);
    return amount(value, [
      {
        fact: "share",
        of,
        value: asked?.text ?? null,
        countedAs: countedAs(asked?.value ?? null, counted, form),
        percent: percent ?? null,
        factor: factor ?? null,
        limit:
          counted === null && form.ceiling !== undefined ? { kind: "ceiling", euros: form.ceiling } : limit,
      },
    ]);
  };
}

const HUNDREDTH: Exact = { n: 1n, d: 100n };

function clamped(value: Exact, lowest: Exact | null, topmost: Exact | null): Exact {
  if (lowest !== null && compare(value, lowest) < 0) return lowest;
  return topmost !== null && compare(value, topmost) > 0 ? topmost : value;
}

function countedAs(asked: Exact | null, counted: Exact | null, { least, most }: ShareForm): string | null {
  if (counted === null) return null;
  if (asked === null) return String(most);
  const moved = compare(asked, counted);
  return moved === 0 ? null : String(moved < 0 ? least : most);
}

import { exact, type Exact, plus, times } from "../exact.ts";
import type { Change } from "./grammar.ts";

const ONE: Exact = { n: 1n, d: 1n };
const HUNDREDTH: Exact = { n: 1n, d: 100n };

/** What an amount becomes: euros more, a factor, a percentage more. */
export function changeOf({ plus: euros, times: factor, percent }: Change): (value: Exact) => Exact {
  if (euros !== undefined) {
    const more = exact(euros);
    return (value) => plus(value, more);
  }
  const rate = factor === undefined ? plus(ONE, times(exact(percent ?? "0"), HUNDREDTH)) : exact(factor);
  return (value) => times(value, rate);
}

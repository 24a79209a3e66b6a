import { formatDecimal } from "#kernel";

import type { Finding } from "#kernel";

import { bracketFaults, type Bracket, type BracketFault } from "../rules/brackets.ts";
import type { BracketsForm, Measure } from "../rules/tariff/grammar.ts";
import { texts } from "./texts.fr.ts";

/** Refuses brackets that overlap or hold nothing; warns of a value without a price. */
export function checkBrackets(
  { of = "qf", brackets }: BracketsForm,
  path: Finding["path"],
): readonly Finding[] {
  const least = LEAST[of];
  const counted = least === undefined ? brackets : brackets.map((one) => wholeBracket(one, least));
  return bracketFaults(counted).map((fault) => ({
    path: [...path, "brackets", fault.index],
    kind: fault.kind === "hole" ? "warning" : "refused",
    sentence: sentenceOf(least === undefined ? fault : wholeFault(fault, least), { of, brackets }),
  }));
}

/** What is counted in whole numbers, and the least that there is of it. */
const LEAST: Readonly<Partial<Record<Measure, number>>> = {
  days: 1,
  rank: 1,
  enrolledChildren: 1,
  householdChildren: 1,
  age: 0,
  minutes: 0,
};

/** A bracket of whole numbers counted from the least: « 1 to 2 » of ranks is [0 ; 2[. */
function wholeBracket({ from, above, to, below }: Bracket, least: number): Bracket {
  const first = above === undefined ? from : Math.floor(above) + 1;
  const end = to === undefined ? below : Math.floor(to) + 1;
  return {
    ...(first === undefined ? {} : { from: Math.max(0, Math.ceil(first) - least) }),
    ...(end === undefined ? {} : { below: Math.ceil(end) - least }),
  };
}

function wholeFault(fault: BracketFault, least: number): BracketFault {
  if (fault.kind === "empty") return fault;
  if (fault.kind === "overlap") return { ...fault, shared: wholeSpan(fault.shared, least) };
  return { ...fault, hole: wholeSpan(fault.hole, least) };
}

/** [0 ; 2[ of ranks is « 1 to 2 » again. */
function wholeSpan({ from = 0, below }: Bracket, least: number): Bracket {
  return { from: from + least, ...(below === undefined ? {} : { to: below + least - 1 }) };
}

function sentenceOf(fault: BracketFault, { of, brackets }: { of: Measure } & Pick<BracketsForm, "brackets">) {
  const priceOf = (index: number) => {
    const price = brackets[index]?.price;
    return typeof price === "string" ? `${formatDecimal(price)}\u00a0€` : texts.computed;
  };
  switch (fault.kind) {
    case "empty":
      return texts.empty;
    case "overlap":
      return overlapOf(of, fault.shared, `${priceOf(fault.other)} et ${priceOf(fault.index)}`);
    case "hole":
      return texts.hole(of, spanOf(fault.hole));
  }
}

/** A bound that two brackets hold goes to one of them; brackets that share more have a bound to move. */
function overlapOf(of: Measure, shared: Bracket, prices: string): string {
  return shared.from !== undefined && shared.from === shared.to
    ? texts.sharedBound(of, shared.from, prices)
    : texts.overlap(of, spanOf(shared), prices);
}

function spanOf({ from, above, to, below }: Bracket): string {
  if (from !== undefined && from === to) return texts.exactly(from);
  const low = above === undefined ? texts.from(from ?? 0) : texts.above(above);
  if (to === undefined && below === undefined) return low;
  return `${low} ${below === undefined ? texts.to(to ?? 0) : texts.below(below)}`;
}

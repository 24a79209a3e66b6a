import { scopeFindings, type NamedOffer } from "#activities";
import type { Finding } from "#kernel";

import { bracketFaults, type Bracket, type BracketFault } from "../rules/brackets.ts";
import type { PricesSection } from "./section.ts";
import { texts } from "./texts.fr.ts";

/** Refuses unknown names, a unit with two prices and brackets that overlap; warns of a quotient without a price. */
export function checkPrices(prices: PricesSection, offer: NamedOffer): readonly Finding[] {
  const priced = new Set<string>();
  return prices.flatMap((entry, index) => {
    const path = ["prices", index];
    const findings: Finding[] = [...scopeFindings(offer, entry, path)];
    for (const unit of unitsOf(entry, offer)) {
      if (priced.has(unit)) findings.push({ path, kind: "refused", sentence: texts.pricedTwice(unit) });
      priced.add(unit);
    }
    for (const fault of bracketFaults(entry.brackets)) {
      findings.push({
        path: [...path, "brackets", fault.index],
        kind: fault.kind === "hole" ? "warning" : "refused",
        sentence: sentenceOf(fault, entry.brackets),
      });
    }
    return findings;
  });
}

function unitsOf({ activities, units }: PricesSection[number], offer: NamedOffer): readonly string[] {
  return (offer.activities ?? [])
    .filter(({ code }) => activities.includes(code))
    .flatMap((activity) =>
      activity.units
        .filter(({ code }) => units === undefined || units.includes(code))
        .map(({ code }) => `${activity.code} › ${code}`),
    );
}

function sentenceOf(fault: BracketFault, brackets: PricesSection[number]["brackets"]): string {
  const priceOf = (index: number) => brackets[index]?.price.replace(".", ",") ?? "";
  switch (fault.kind) {
    case "empty":
      return texts.empty;
    case "overlap":
      return texts.overlap(fault.qf, priceOf(fault.other), priceOf(fault.index));
    case "hole":
      return texts.hole(spanOf(fault.hole));
  }
}

function spanOf({ from, above, to, below }: Bracket): string {
  if (from !== undefined && from === to) return texts.exactly(from);
  const low = above === undefined ? texts.from(from ?? 0) : texts.above(above);
  if (to === undefined && below === undefined) return low;
  return `${low} ${below === undefined ? texts.to(to ?? 0) : texts.below(below)}`;
}

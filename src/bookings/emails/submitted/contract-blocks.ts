import type { MessageBlock } from "#messaging";

import type { ContractMonth } from "../../contracts/contract-price.ts";
import { hoursSentences, lacksResources, priceSpans, spanSentence } from "../../contracts/price-words.ts";
import { texts } from "../texts.fr.ts";

/**
 * What a contract costs, in the letter that says it is signed. How the hourly rate was found tells what the household
 * earns: it is read after signing in, never sent by e-mail.
 */
export function contractBlocks(
  months: readonly ContractMonth[],
  contractsPage: string,
): readonly MessageBlock[] {
  const isKnown = months.some(({ price }) => price.kind === "price");
  const sentences = [
    ...(isKnown ? [texts.contract.byResources, ...hoursSentences(months)] : []),
    ...(months.some(lacksResources) ? [texts.contract.declare] : []),
  ];
  return [
    { kind: "list", title: texts.contract.title, items: priceSpans(months).map(spanSentence) },
    ...sentences.map((text) => ({ kind: "paragraph" as const, text })),
    { kind: "link", label: texts.contract.see, href: contractsPage },
  ];
}

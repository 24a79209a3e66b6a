import type { Id } from "#kernel";
import { Details, Notice } from "#platform";

import type { ContractMonth } from "../../../contracts/contract-price.ts";
import { hoursSentences, lacksResources, priceSpans, spanSentence } from "../../../contracts/price-words.ts";
import { texts } from "./texts.fr.ts";

/** What a contract costs, before it is signed: month by month, how it was found, and what to do where nobody can tell. */
export function PriceSection(props: {
  household: Id<"household">;
  months: readonly ContractMonth[] | null;
  mayReadIncome: boolean;
}) {
  const { household, months, mayReadIncome } = props;
  if (months === null || months.length === 0) return null;
  const spans = priceSpans(months);
  const rates = spans.flatMap(({ first: { price } }) => (price.kind === "price" ? [price] : []));
  const ways = [...new Map(rates.map(({ why }) => [why.join(" "), why])).values()];
  return (
    <section>
      <h2>{texts.price.title}</h2>
      <ul>
        {spans.map((span) => (
          <li>{spanSentence(span)}</li>
        ))}
      </ul>
      {rates.length > 0 && (
        <Details summary={texts.price.why}>
          {!mayReadIncome && <p>{texts.price.incomeApart}</p>}
          {mayReadIncome &&
            ways.map((why) => (
              <>
                <p>{texts.price.byResources}</p>
                <ul>
                  {why.map((sentence) => (
                    <li>{sentence}</li>
                  ))}
                </ul>
              </>
            ))}
          {hoursSentences(months).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </Details>
      )}
      {months.some(lacksResources) && (
        <Notice tone="warning" title={texts.price.unknown}>
          <p>
            {texts.price.toDo} <a href={`/agent/familles/${household}/quotient`}>{texts.price.note}</a>
          </p>
        </Notice>
      )}
    </section>
  );
}

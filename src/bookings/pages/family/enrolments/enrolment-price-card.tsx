import { capitalise, formatCents, joinList } from "#kernel";
import { Card, Details } from "#platform";
import { holeForFamily } from "#pricing";

import type { SeasonPrice } from "../../../estimates/season-prices.ts";
import { texts } from "./texts.fr.ts";

/** What a course that is booked whole costs, in how many times it is paid, and why. */
export function SeasonPriceCard(told: { prices: readonly SeasonPrice[]; seasonName: string }) {
  const { prices, seasonName } = told;
  if (prices.length === 0) return null;
  return (
    <Card title={texts.price.title}>
      {prices.map((price) => (
        <p>
          <strong>{priceSentence(price, seasonName)}</strong>
          {instalmentWords(price) !== "" && ` ${instalmentWords(price)}`}
        </p>
      ))}
      <Details summary={texts.price.why}>
        <ul>
          {prices.flatMap(({ each }) =>
            (each.kind === "hole" ? [texts.price.hole] : each.why).map((sentence) => <li>{sentence}</li>),
          )}
        </ul>
        <p class="soft">{texts.price.estimate}</p>
      </Details>
    </Card>
  );
}

function priceSentence({ unitName, dates, each }: SeasonPrice, seasonName: string): string {
  const unit = capitalise(unitName);
  if (each.kind === "hole") return texts.price.unknown(unit, holeForFamily(each));
  if (each.cents === 0) return texts.price.free(unit);
  return texts.price.season(unit, formatCents(each.cents), seasonName, dates);
}

function instalmentWords({ each }: SeasonPrice): string {
  if (each.kind === "hole" || each.instalments === undefined || each.cents === 0) return "";
  return texts.price.inTimes(each.instalments.length, joinList(each.instalments.map(formatCents)));
}

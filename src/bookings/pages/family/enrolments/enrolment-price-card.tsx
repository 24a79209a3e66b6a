import { capitalise, cents, formatCents, joinList } from "#kernel";
import { Card, Details } from "#platform";
import { holeForFamily } from "#pricing";

import type { EnrolmentPrice } from "../../../estimates/enrolment-prices.ts";
import { WhyPrice } from "../costs/cost-card.tsx";
import { priceWords } from "../costs/price-words.ts";
import { texts } from "./texts.fr.ts";

/**
 * What an enrolment will cost, unit by unit, in how many times a whole course is paid, and why.
 * @param others the same prices for who comes now and then, where it is not said yet how one will come
 */
export function EnrolmentPriceCard(told: {
  prices: readonly EnrolmentPrice[];
  others?: readonly EnrolmentPrice[];
  seasonName: string;
}) {
  const { prices, others = [], seasonName } = told;
  if (prices.length === 0) return null;
  const sentences = (price: EnrolmentPrice, index: number): readonly string[] => {
    const own = priceSentence(price, seasonName);
    const other = others[index];
    const now = other === undefined ? own : priceSentence(other, seasonName);
    return now === own ? [own] : [texts.price.regularly(own), texts.price.sometimes(now)];
  };
  return (
    <Card title={texts.price.title}>
      {prices.map((price, index) => (
        <>
          {sentences(price, index).map((sentence) => (
            <p>
              <strong>{sentence}</strong>
              {instalmentWords(price) !== "" && ` ${instalmentWords(price)}`}
            </p>
          ))}
        </>
      ))}
      {prices.every(({ dates }) => dates === 0) && <p>{texts.price.datesUnknown(seasonName)}</p>}
      <Details summary={texts.price.why}>
        {prices.map(({ unitName, each }) => (
          <WhyPrice
            title={capitalise(unitName)}
            sentences={each.kind === "hole" ? [texts.price.hole] : each.why}
          />
        ))}
        <p class="soft">{texts.price.estimate}</p>
      </Details>
    </Card>
  );
}

function priceSentence(price: EnrolmentPrice, seasonName: string): string {
  const { unitName, bookedBy, dates, each } = price;
  const unit = capitalise(unitName);
  if (each.kind === "hole") return texts.price.unknown(unit, holeForFamily(each));
  if (each.cents === 0) return texts.price.free(unit);
  const whole = bookedBy === "season" && dates > 0;
  if (whole && each.every === "season")
    return texts.price.season(unit, formatCents(each.cents), seasonName, dates);
  // A stay that is priced by the day costs all its days.
  if (whole && each.every === "slot")
    return texts.price.season(unit, formatCents(cents(each.cents * dates)), seasonName, dates);
  return texts.price.each(unit, priceWords({ ...price, seasonName }, each));
}

function instalmentWords({ each }: EnrolmentPrice): string {
  if (each.kind === "hole" || each.instalments === undefined || each.cents === 0) return "";
  return texts.price.inTimes(each.instalments.length, joinList(each.instalments.map(formatCents)));
}

import { capitalise, formatCents, signedCents } from "#kernel";
import { Card, Details } from "#platform";
import { holeForFamily } from "#pricing";

import { isGivenBackOfContract, type CostOfLines, type CostPart } from "../../../estimates/cost-of-lines.ts";
import { texts } from "./texts.fr.ts";

/** What a form costs as far as is known, and why. */
export function CostCard({ cost }: { cost: CostOfLines | undefined }) {
  if (cost === undefined) return null;
  const { differences, late, hoursChange } = cost;
  const parts = cost.parts.filter((part) => !isFreeGivenBack(part));
  if (parts.length + differences.length + late.length === 0 && !hoursChange) return null;
  return (
    <Card title={texts.title}>
      <p>
        <strong>{totalWords(cost, parts)}</strong>
      </p>
      <ul>
        {parts.map((part) => (
          <li>{partWords(part)}</li>
        ))}
        {differences.map(({ firstName, unitName, days, cents }) => (
          <li>{texts.difference(texts.whom(firstName, unitName), days, signedCents(cents))}</li>
        ))}
        {late.map(({ firstName, unitName, count, sentences, cents, charged }) => (
          <li>
            {texts.late(texts.whom(firstName, unitName), count, {
              amount: cents === null ? "" : signedCents(cents),
              ifFamily: charged === "if-family",
            })}{" "}
            {sentences.join(" ")}
          </li>
        ))}
        {hoursChange && <li>{texts.hoursChange}</li>}
      </ul>
      <Details summary={texts.why}>
        {parts.map(({ firstName, unitName, each }) => (
          <WhyPrice
            title={texts.whom(firstName, unitName)}
            sentences={each.kind === "hole" ? [texts.hole] : each.why}
          />
        ))}
        <p class="soft">{texts.estimate}</p>
      </Details>
    </Card>
  );
}

function totalWords({ total, differences, late }: CostOfLines, parts: readonly CostPart[]): string {
  if (total === null) return texts.totalUnknown;
  const free =
    differences.length + late.length === 0 &&
    parts.every(({ each }) => each.kind === "estimate" && each.cents === 0);
  if (free && parts.length > 0 && parts.every(isGivenBackOfContract)) return texts.monthSame;
  return free ? capitalise(texts.page.free) : texts.total(signedCents(total));
}

/** The sentences of one price, under whose it is. */
export function WhyPrice({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function partWords(part: CostPart): string {
  const { firstName, unitName, sign, count, each } = part;
  const whom = texts.whom(firstName, unitName);
  if (each.kind === "hole") return `${whom} : ${holeForFamily(each)}`;
  if (each.every === "month") return `${whom} : ${texts.byMonth(formatCents(each.cents))}`;
  if (isGivenBackOfContract(part)) return `${whom} : ${texts.contractStays}`;
  if (each.byContract) return `${whom} : ${texts.byContract}`;
  if (each.cents === 0) return `${whom} : ${texts.page.free}`;
  return texts.part(whom, count, formatCents(each.cents), sign < 0);
}

/** A free place that is given back changes no price: there is nothing to say, but where a contract stays due. */
function isFreeGivenBack({ sign, each }: CostPart): boolean {
  return sign < 0 && each.kind === "estimate" && each.cents === 0 && each.byContract !== true;
}

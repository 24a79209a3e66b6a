import type { ActivityOffer } from "#activities";

import { tariffLine, termsSentences } from "../../rules/tariff/tariff-tree.ts";
import type { PriceEntry, PriceSections } from "../section.ts";
import type { ActivitySection } from "./tariff-versions.ts";
import { texts } from "./texts.fr.ts";

/** What becomes different of a section of an activity, a sentence a unit for prices. */
export function sectionChanges(
  { activityName, units }: ActivityOffer,
  section: ActivitySection,
  before: PriceSections,
  after: PriceSections,
): readonly string[] {
  if (section !== "prices")
    return [
      texts.rules(activityName, section, (after[section] ?? []).length, (before[section] ?? []).length),
    ];
  return units.flatMap(({ code, name }) => {
    const [was, is] = [before, after].map(({ prices = [] }) => saidOf(prices, code));
    return was === is ? [] : [texts.price(activityName, name, is ?? "", was ?? "")];
  });
}

/** The prices of a unit in words, with the days that each holds for; empty where it has none. */
function saidOf(prices: readonly PriceEntry[], unit: string): string {
  return prices
    .filter(({ units }) => units?.includes(unit) ?? true)
    .map((entry) =>
      [
        `${texts.days(entry.firstDay, entry.lastDay)}${tariffLine(entry.price)}`,
        ...termsSentences(entry).map((sentence) => sentence.replace(/\.$/, "")),
      ].join(" ; "),
    )
    .join(" / ");
}

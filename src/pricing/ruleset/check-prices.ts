import { scopeFindings, type NamedOffer } from "#activities";
import type { Finding } from "#kernel";

import { checkAbsences } from "./check-absences.ts";
import { checkPenalties, notCancelledAlone } from "./check-penalties.ts";
import { checkPsu } from "./check-psu.ts";
import { checkTerms } from "./check-terms.ts";
import { dayFindings, daysMeet, unitsOf } from "./scoped.ts";
import type { PriceEntry, PriceSections } from "./section.ts";
import { texts } from "./texts.fr.ts";

/**
 * Refuses unknown names, a unit with two prices on a day, brackets and cases that overlap, rules that contradict each
 * other; warns of what has no price.
 */
export function checkPrices(sections: PriceSections, offer: NamedOffer): readonly Finding[] {
  const { prices, fees = [], penalties = [], absences = [] } = sections;
  const scoped = Object.entries({ prices: prices ?? [], fees, penalties, absences });
  return [
    ...scoped.flatMap(([section, entries]) =>
      entries.flatMap((entry, index) => [
        ...scopeFindings(offer, entry, [section, index]),
        ...dayFindings(entry, [section, index]),
      ]),
    ),
    ...(prices === undefined ? [] : pricedOnce(prices, offer)),
    ...(prices ?? []).flatMap((entry, index) => checkTerms(entry, ["prices", index])),
    ...fees.flatMap((entry, index) => checkTerms(entry, ["fees", index])),
    ...feesTwice(fees),
    ...checkPsu(sections),
    ...dayOfYearFindings(sections),
    ...checkPenalties(penalties, offer),
    ...notCancelledAlone(penalties, prices ?? [], offer),
    ...checkAbsences(absences, offer),
  ];
}

function pricedOnce(prices: readonly PriceEntry[], offer: NamedOffer): readonly Finding[] {
  const findings: Finding[] = [];
  const priced = new Map<string, PriceEntry[]>();
  for (const [index, entry] of prices.entries()) {
    for (const unit of unitsOf(entry, offer)) {
      const others = priced.get(unit) ?? [];
      if (others.some((other) => daysMeet(entry, other)))
        findings.push({ path: ["prices", index], kind: "refused", sentence: texts.pricedTwice(unit) });
      priced.set(unit, [...others, entry]);
    }
  }
  for (const [index, activity] of (offer.activities ?? []).entries())
    for (const [position, { code }] of activity.units.entries())
      if (!priced.has(`${activity.code} › ${code}`))
        findings.push({
          path: ["activities", index, "units", position],
          kind: "warning",
          sentence: texts.noPrice(`${activity.code} › ${code}`),
        });
  for (const [unit, entries] of priced) findings.push(...daysWithout(unit, entries, prices));
  return findings;
}

/** Between two prices of a unit, no day is without one. */
function daysWithout(
  unit: string,
  entries: readonly PriceEntry[],
  prices: readonly PriceEntry[],
): readonly Finding[] {
  const inOrder = entries.toSorted((a, b) => ((a.firstDay ?? "") < (b.firstDay ?? "") ? -1 : 1));
  return inOrder.flatMap(({ lastDay }, index): readonly Finding[] => {
    const next = inOrder[index + 1];
    if (next?.firstDay === undefined || lastDay === undefined) return [];
    const dayAfter = Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString();
    if (next.firstDay <= dayAfter) return [];
    const sentence = texts.daysWithoutPrice(unit, dayAfter, next.firstDay);
    return [{ path: ["prices", prices.indexOf(next)], kind: "warning", sentence }];
  });
}

/** 29 February may be written; the 31 of a month of thirty days may not. */
function dayOfYearFindings({ quotients }: PriceSections): readonly Finding[] {
  const { expires = null } = quotients ?? {};
  if (expires === null || expires.day <= new Temporal.PlainYearMonth(2024, expires.month).daysInMonth)
    return [];
  return [{ path: ["quotients", "expires", "day"], kind: "refused", sentence: texts.noSuchDay }];
}

function feesTwice(fees: NonNullable<PriceSections["fees"]>): readonly Finding[] {
  return fees.flatMap((fee, index) =>
    fees.slice(0, index).some((other) => other.code === fee.code && daysMeet(fee, other))
      ? [{ path: ["fees", index, "code"], kind: "refused", sentence: texts.codeTwice(fee.code) }]
      : [],
  );
}

import type { ActivityOffer } from "#activities";
import { replacedWords } from "#kernel";

import { absencePhrase, penaltyPhrase } from "../../rules/tariff/rule-phrases.ts";
import { tariffLine, termsSentences } from "../../rules/tariff/tariff-tree.ts";
import type { Scoped } from "../scoped.ts";
import type { PriceEntry, PriceSections } from "../section.ts";
import type { ActivitySection } from "./tariff-versions.ts";
import { texts } from "./texts.fr.ts";

/** What becomes different of a section of an activity: a sentence a unit for prices, one for the rules of the others. */
export function sectionChanges(
  activity: ActivityOffer,
  section: ActivitySection,
  before: PriceSections,
  after: PriceSections,
): readonly string[] {
  const { activityName } = activity;
  if (section !== "prices") {
    const [was = [], is = []] = [before, after].map((held) => rulePhrases(activity, section, held));
    return [texts.rules(activityName, section, replacedWords(was, is))];
  }
  const units = activity.units.flatMap(({ code, name }) => {
    const [was, is] = [before, after].map(({ prices = [] }) => saidOf(prices, code));
    return was === is ? [] : [texts.price(activityName, name, is ?? "", was ?? "")];
  });
  if (units.length > 0) return units;
  // The prices are the same: what families read above them is not.
  const [was = [], is = []] = [before, after].map(({ prices = [] }) => prices.map(({ name = "" }) => name));
  return [texts.tariffNames(activityName, is, was)];
}

/** The penalties of an activity in words, or what its absences cost. */
function rulePhrases(
  activity: ActivityOffer,
  section: Exclude<ActivitySection, "prices">,
  { penalties = [], absences = [] }: PriceSections,
): readonly string[] {
  return section === "penalties"
    ? penalties.map((rule) => scoped(activity, rule, penaltyPhrase(rule)))
    : absences.map((rule) => scoped(activity, rule, absencePhrase(rule)));
}

/** A rule with the units and the days that it is for, where it is not for all. */
function scoped(
  { units }: ActivityOffer,
  { units: codes, firstDay, lastDay }: Scoped,
  phrase: string,
): string {
  const names = units.filter(({ code }) => codes?.includes(code) ?? false).map(({ name }) => name);
  return texts.scoped(names, `${texts.days(firstDay, lastDay)}${phrase}`);
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

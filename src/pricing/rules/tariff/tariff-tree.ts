import { adjustmentPhrase } from "./explain.ts";
import type { BracketsForm, PerForm, PriceForm, QfRule, ShareForm, TariffTerms } from "./grammar.ts";
import { texts } from "./tariff-texts.fr.ts";
import { whenPhrase } from "./when-phrase.ts";
import { euros, number, spanPhrase } from "./words.fr.ts";

/** A price in words: what it is, then its parts, each for somebody or a span. */
export interface TariffTree {
  readonly says: string;
  readonly parts: readonly { readonly label: string; readonly tree: TariffTree }[];
}

/** A price in words, part by part, as an agent reads it. */
export function tariffTree(form: PriceForm): TariffTree {
  if (typeof form === "string") return { says: Number(form) === 0 ? texts.free : euros(form), parts: [] };
  switch (form.kind) {
    case "brackets":
      return bracketsTree(form);
    case "share":
      return { says: shareSentence(form), parts: [] };
    case "per":
      return perTree(form);
    case "cases":
      return {
        says: texts.cases,
        parts: form.cases.map(({ when, price }) => ({
          label: when === undefined ? texts.otherwise : whenPhrase(when),
          tree: tariffTree(price),
        })),
      };
    case "psu":
      return { says: texts.psu[form.care ?? "collective"], parts: [] };
  }
}

/** The same on one line: « selon le quotient familial (moins de 700 : 2,60 € ; 700 ou plus : 3,20 €) ». */
export function tariffLine(form: PriceForm): string {
  return lineOf(tariffTree(form));
}

/** What surrounds a price: for what it is, who pays more or less, what comes on top, what holds without a quotient. */
export function termsSentences(terms: TariffTerms & { readonly every?: Every }): readonly string[] {
  const { every = "slot", adjustments = [], supplements = [], missingQf, outdatedQf, instalments } = terms;
  return [
    ...(every === "slot" ? [] : [texts.every[every]]),
    ...(instalments === undefined ? [] : [texts.instalments(instalments)]),
    ...(terms.regular === undefined ? [] : [texts.regular(terms.regular.fromDaysAMonth)]),
    ...adjustments.map(adjustmentPhrase),
    ...supplements.map(({ name, price }) => texts.supplement(name, tariffLine(price))),
    ...(missingQf === undefined ? [] : [texts.missingQf(qfRuleWords(missingQf))]),
    ...(outdatedQf === undefined ? [] : [texts.outdatedQf(qfRuleWords(outdatedQf))]),
    ...(terms.rounding?.to === undefined || terms.rounding.to === "0.01"
      ? []
      : [texts.rounding(Number(terms.rounding.to) * 100)]),
  ];
}

/** For what a price is. */
export type Every = "slot" | "week" | "month" | "season";

function lineOf({ says, parts }: TariffTree): string {
  if (parts.length === 0) return says;
  return `${says} (${parts.map(({ label, tree }) => `${label} : ${lineOf(tree)}`).join(" ; ")})`;
}

function bracketsTree({ of = "qf", brackets, lower }: BracketsForm): TariffTree {
  const own = brackets.map(({ price, ...span }) => ({ label: spanPhrase(span), tree: tariffTree(price) }));
  return {
    says: `${texts.by[of]}${lower === undefined ? "" : texts.lower(lower.by ?? 1, whenPhrase(lower.when))}`,
    parts: own,
  };
}

function shareSentence({ of = "qf", percent, factor, least, most, floor, ceiling }: ShareForm): string {
  const what = percent === undefined ? texts.factor(factor ?? "0", of) : texts.percent(percent, of);
  const bound = (value: number | undefined) =>
    value === undefined ? null : texts.measured(number(value), of);
  return `${what}${texts.counted(bound(least), bound(most))}${limits({ floor, ceiling })}`;
}

function perTree({ of, every = 1, count = "started", price, floor, ceiling }: PerForm): TariffTree {
  const { says, parts } = tariffTree(price);
  const each = texts.per(of, every, count);
  const told = parts.length === 0 ? `${says} ${each}` : `${each}, ${says}`;
  return { says: `${told}${limits({ floor, ceiling })}`, parts };
}

function limits({ floor, ceiling }: { floor: string | undefined; ceiling: string | undefined }): string {
  if (floor === undefined) return ceiling === undefined ? "" : texts.atMost(euros(ceiling));
  return ceiling === undefined ? texts.atLeast(euros(floor)) : texts.between(euros(floor), euros(ceiling));
}

function qfRuleWords(rule: QfRule): string {
  if (rule === "highest") return texts.highest;
  if (rule === "lastKnown") return texts.lastKnown;
  return "qf" in rule ? texts.asQf(number(rule.qf)) : euros(rule.price);
}

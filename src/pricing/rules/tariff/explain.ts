import { formatCents } from "#kernel";

import {
  agreedSentence,
  deductionSentence,
  explainRate,
  monthSentences,
  moreSentence,
  regularisationSentence,
  timeSentence,
} from "../psu/psu-sentences.fr.ts";
import { texts } from "./fact-texts.fr.ts";
import type { Adjustment, Change, PenaltyRule } from "./grammar.ts";
import type { Limit, PriceFact, PriceLine } from "./price.ts";
import { whenPhrase } from "./when-phrase.ts";
import { spanPhrase } from "./words.fr.ts";

/** « Pourquoi ce prix ? » of one line, in the order in which it was made: a few short sentences. */
export function explainLine({ facts }: PriceLine): readonly string[] {
  return facts.flatMap((fact) => sentencesOf(fact));
}

/** « Hors communauté de communes (hors territoire) : 3,00 € de plus. » */
export function adjustmentPhrase({ name, when, ...change }: Adjustment): string {
  const phrase = whenPhrase(when);
  return `${name}${saysAlready(name, phrase) ? "" : ` (${phrase})`} : ${changePhrase(change)}.`;
}

/** « Départ en retard, au-delà de 5 minutes, à partir de la 2ᵉ fois : 5,00 € de plus. », before it happens. */
export function penaltyPhrase(rule: PenaltyRule): string {
  const {
    on,
    graceMinutes,
    fromTime,
    toTime,
    per,
    when = {},
    plus,
    times,
    percent,
    instead,
    everyMinutes,
  } = rule;
  const change = {
    ...(plus === undefined ? {} : { plus }),
    ...(times === undefined ? {} : { times }),
    ...(percent === undefined ? {} : { percent }),
    ...(instead === undefined ? {} : { instead }),
    ...(everyMinutes === undefined ? {} : { everyMinutes }),
  };
  const condition = whenPhrase(when);
  const parts = [
    texts.event(on, null, null),
    ...(graceMinutes === undefined ? [] : [texts.grace(graceMinutes)]),
    ...(fromTime === undefined || fromTime === 1 ? [] : [texts.fromTime(fromTime).trim().slice(1, -1)]),
    ...(toTime === undefined ? [] : [texts.toTime(toTime)]),
    ...(condition === "" ? [] : [condition]),
    ...(per === "family" ? [texts.oncePerFamily] : []),
  ];
  return `${parts.join(", ")} : ${penaltyChange(on, change)}.`;
}

/**
 * What a penalty costs, in words that give its amount: « 50 % de plus » is added to the price of the slot, « 50 % du prix de
 * la séance (3,10 €) » is all that is due for a place given back too late.
 */
export function penaltyChange(
  on: PenaltyRule["on"],
  change: Parameters<typeof changePhrase>[0],
  price?: string,
): string {
  if (on !== "lateCancellation") return changePhrase(change);
  const { plus, times, percent, instead } = change;
  const sum = instead ?? plus;
  if (sum !== undefined) return texts.sumDue(sum);
  return times === undefined ? texts.percentDue(percent ?? "0", price) : texts.timesDue(times, price);
}

/** Whether a name is the condition itself: « À partir du deuxième enfant » is « à partir du 2ᵉ enfant ». */
export function saysAlready(name: string, phrase: string): boolean {
  const plain = (text: string) =>
    Object.entries(ORDINALS).reduce(
      (said, [word, ordinal]) => said.replaceAll(word, ordinal),
      text.toLocaleLowerCase("fr-FR").replaceAll(/\s+/g, " "),
    );
  return phrase === "" || plain(name) === plain(phrase);
}

const ORDINALS = {
  premier: "1ᵉʳ",
  deuxième: "2ᵉ",
  second: "2ᵉ",
  troisième: "3ᵉ",
  quatrième: "4ᵉ",
  cinquième: "5ᵉ",
};

function sentencesOf(fact: PriceFact): readonly string[] {
  switch (fact.fact) {
    case "amount":
      return [texts.amount(fact.euros)];
    case "qf":
      return [texts.qf(fact.value, fact.from, fact.until)];
    case "noQf":
      return [texts.noQf(fact.until, fact.rule)];
    case "bracket":
      return bracketSentences(fact);
    case "share":
      return shareSentences(fact);
    case "per":
      return [texts.per(fact.of, fact.value, fact.every, fact.count), ...limitSentence(fact.limit)];
    case "case":
      return whenPhrase(fact.when) === "" ? [] : [texts.case(whenPhrase(fact.when))];
    case "regular":
      return [texts.regular(fact.regular, fact.days, fact.from)];
    case "adjustment":
      return [adjustmentPhrase({ name: fact.name, when: fact.when, ...fact.change })];
    case "instalment":
      return [texts.instalment(fact.index, fact.count, formatCents(fact.whole))];
    case "quantity":
      return [texts.quantity(fact.quantity)];
    case "penalty": {
      const { on, time, minutes, fromTime, change, cancelled, price, waived } = fact;
      const from = fromTime === null ? "" : texts.fromTime(fromTime);
      return [
        ...(cancelled === undefined ? [] : [texts.cancelled(cancelled)]),
        `${texts.event(on, time, minutes)}${from} : ${penaltyChange(on, change, price === undefined ? undefined : texts.priced(formatCents(price), cancelled?.slots ?? 1))}.`,
        ...(waived === undefined ? [] : [texts.waived(waived.because, formatCents(waived.cents))]),
      ];
    }
    case "absence":
      return [texts.absence(fact.reason, fact.since, fact.billed, fact.because)];
    case "psuRate":
      return explainRate({ kind: "rate", cents: fact.rate, facts: fact.made });
    case "psuAgreed":
      return [agreedSentence(fact.made)];
    case "psuMore":
      return [moreSentence(fact.time)];
    case "psuMonth":
      return monthSentences(fact.hours);
    case "psuRegularisation":
      return [texts.contractEnds(fact.lastDay), regularisationSentence(fact.made)];
    case "psuTime":
      return [timeSentence(fact.minutes, fact.rate)];
    case "psuAbsence":
      return [deductionSentence({ ...fact, day: Temporal.PlainDate.from(fact.day) })];
    case "given":
      return [texts.given(fact.by, fact.on, fact.because)];
    case "rounding":
      return [texts.rounding(fact.exactly, fact.rounding.mode, fact.rounding.to)];
  }
}

function bracketSentences(fact: Extract<PriceFact, { fact: "bracket" }>): readonly string[] {
  const { of, value, bracket, lowered } = fact;
  if (lowered === null)
    return [
      bracket.from !== undefined && bracket.from === bracket.to && value !== null
        ? texts.exactly(of, value)
        : texts.bracket(of, value, spanPhrase(bracket)),
    ];
  if (lowered.by === 0) return [texts.bracket(of, value, spanPhrase(bracket)), texts.alreadyLowest];
  return [texts.lowered(lowered.by, whenPhrase(lowered.when))];
}

function shareSentences(fact: Extract<PriceFact, { fact: "share" }>): readonly string[] {
  const { percent, factor, of, value, countedAs, limit } = fact;
  return [
    percent === null ? texts.factorOf(factor ?? "0", of, value) : texts.percentOf(percent, of, value),
    ...(countedAs === null ? [] : [texts.countedAs(of, countedAs)]),
    ...limitSentence(limit),
  ];
}

function limitSentence(limit: Limit | null): readonly string[] {
  return limit === null ? [] : [texts[limit.kind](limit.euros)];
}

/** « 3,00 € de plus », « multiplié par 2 ». */
export function changePhrase(
  change: Change & { readonly instead?: string; readonly everyMinutes?: number },
): string {
  const { plus = "0", times, percent, instead, everyMinutes } = change;
  if (instead !== undefined) return texts.instead(instead);
  if (everyMinutes !== undefined) return texts.everyMinutes(plus, everyMinutes);
  if (times !== undefined) return texts.times(times);
  return percent === undefined ? texts.plus(plus) : texts.percentMore(percent);
}

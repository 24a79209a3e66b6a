import { cents, type Cents } from "#kernel";

import type { ChargeFacts, KnownQf } from "../rules/tariff/charge-facts.ts";
import { explainLine, penaltyPhrase } from "../rules/tariff/explain.ts";
import type { Measure, PenaltyRule } from "../rules/tariff/grammar.ts";
import { type Hole, hole, type PriceFact } from "../rules/tariff/price.ts";
import { instalmentsOf } from "../rules/tariff/instalments.ts";
import { penaltiesFor } from "../rules/tariff/penalties.ts";
import { priceOf } from "../rules/tariff/price-of.ts";
import type { Every } from "../rules/tariff/tariff-tree.ts";
import type { ChargeTariff } from "./charge-tariffs.ts";
import type { KnownTariff, KnownTariffs, UnitOnDay } from "./known-tariff.ts";
import { texts } from "./texts.fr.ts";

/** What something will cost as far as is known today, or the hole that the price falls in. */
export type Estimate =
  | {
      readonly kind: "estimate";
      readonly cents: Cents;
      readonly every: Every;
      /** What is paid each time, in order, where it is paid in several times. */
      readonly instalments?: readonly Cents[];
      /** « Pourquoi ce prix ? » */
      readonly why: readonly string[];
      /** Whether « why » tells what the household earns: its adults read it, and agents who have the right. */
      readonly tellsIncome: boolean;
      /** A day that a contract pays: nothing more is due for it. */
      readonly byContract?: true;
    }
  | Hole;

/** A day that the contract of a nursery plans or covers: its month is paid, whatever the days. */
export const paidByContract: Estimate = {
  kind: "estimate",
  cents: cents(0),
  every: "slot",
  why: [texts.byContract],
  tellsIncome: false,
  byContract: true,
};

/** Beyond this many prices told, they are forgotten and told anew: a town has fewer situations. */
const MOST_TOLD = 20_000;

/**
 * @rule Le coût estimé, avant de réserver
 *
 * Le prix que la famille paierait avec ce qui est connu aujourd'hui : le tarif du jour de la séance, le quotient, la
 * commune, l'âge, le rang. Un forfait payé en plusieurs fois est dit en entier. Là où un régulier se compte après le
 * mois, l'inscription décide en attendant. Un prix que personne ne peut dire est « à établir par le service » : il
 * n'est ni deviné, ni compté zéro.
 *
 * Exemple : le 25 novembre 2026, un repas du jeudi 7 janvier 2027 est estimé avec le tarif qui vaut le 7 janvier. Sans
 * quotient connu, c'est le prix le plus haut si le règlement le dit, sinon « selon votre quotient ».
 *
 * In: the unit, and the facts of the charge. Prices of the same facts are told once.
 */
export function estimate(
  tariffs: KnownTariffs,
  unit: UnitOnDay,
  facts: ChargeFacts,
  known: KnownTariff | undefined = tariffs.tariffOn(unit),
): Estimate {
  if (known === undefined) return hole({ code: "noTariff" });
  const cost = tariffs.costOn(unit);
  const all = cost === undefined ? facts : { ...facts, cost };
  const key = keyOf(known, all);
  const told = toldOf(known);
  const before = told.get(key);
  if (before !== undefined) return before;
  const found = priced(known, all);
  if (told.size >= MOST_TOLD) told.clear();
  told.set(key, found);
  return found;
}

/** By tariff: its text in each key, once a box, was most of what a box's price took. */
const memories = new WeakMap<KnownTariff, Map<string, Estimate>>();

function toldOf(tariff: KnownTariff): Map<string, Estimate> {
  const told = memories.get(tariff) ?? new Map<string, Estimate>();
  memories.set(tariff, told);
  return told;
}

function priced(known: KnownTariff, facts: ChargeFacts): Estimate {
  const price = priceOf(facts, known.tariff);
  if (price.kind === "hole") return price;
  const why = price.lines.flatMap((line) => explainLine(line));
  return {
    kind: "estimate",
    cents: price.total,
    every: known.every,
    ...(known.instalments === null ? {} : { instalments: instalmentsOf(price.total, known.instalments) }),
    tellsIncome: price.lines.some(({ facts: all }) => all.some(tellsIncome)),
    why: [
      ...(price.tariff.name === null ? [] : [texts.tariff(price.tariff.name)]),
      ...why,
      ...(known.regularFrom === null ? [] : [texts.regularLater(known.regularFrom)]),
      ...(known.instalments === null ? [] : [texts.instalments(known.instalments)]),
    ],
  };
}

function tellsIncome(fact: PriceFact): boolean {
  if (fact.fact === "psuRate") return true;
  return fact.fact === "qf" || ("of" in fact && INCOMES.has(fact.of));
}

const INCOMES: ReadonlySet<Measure> = new Set(["qf", "monthlyIncome", "annualIncome"]);

/**
 * An estimate, with what would cost more: told before it happens, and in no total. What is for others (« hors commune »)
 * is not told to who is in none of its situations.
 */
export function withPenalties(
  told: Estimate,
  penalties: readonly PenaltyRule[],
  facts: ChargeFacts,
): Estimate {
  if (told.kind === "hole" || penalties.length === 0) return told;
  const own = penaltiesFor(penalties, facts);
  const kept = own.some(({ on }) => on === "lateCancellation") ? [texts.keptPlace] : [];
  return {
    ...told,
    why: [
      ...told.why,
      ...own.map((rule) => texts.warning(penaltyPhrase(rule), rule.on === "lateCancellation")),
      ...kept,
    ],
  };
}

/** What giving a place back after its deadline costs: what the rules say, and the amount. */
export interface LateCost {
  /** Empty where the rules say nothing of it. */
  readonly sentences: readonly string[];
  /** Null where it hangs on how many times it was, or the price of the place is not known. */
  readonly cents: Cents | null;
}

/** What giving a place back now, after its deadline, would cost, as the bill will count it. */
export function lateCancellationCost(
  { penalties, tariff, known }: Pick<ChargeTariff, "penalties" | "tariff" | "known">,
  facts: ChargeFacts,
  cancelled: NonNullable<ChargeFacts["cancelled"]>,
): LateCost {
  const late = penalties.filter(({ on }) => on === "lateCancellation");
  const sentences = penaltiesFor(late, facts).map((rule) => penaltyPhrase(rule));
  if (tariff === undefined) return { sentences, cents: null };
  const { days = 1 } = facts;
  const together = known?.every === "slot" && days > 1 ? { ...cancelled, slots: days } : cancelled;
  const price = priceOf({ ...facts, cancelled: together, events: [{ on: "lateCancellation" }] }, tariff);
  return { sentences, cents: price.kind === "hole" ? null : price.total };
}

/** An estimate for whoever may not read what the household earns: the price, without its quotient. */
export function withoutIncome(told: Estimate): Estimate {
  if (told.kind === "hole" || !told.tellsIncome) return told;
  return { ...told, why: [texts.incomeApart], tellsIncome: false };
}

/** Everything that the price hangs on; the day only as far as it decides. */
function keyOf({ byWeekday, isCare }: KnownTariff, { date, qf, psu, ...facts }: ChargeFacts): string {
  if (isCare) return JSON.stringify([date.toString(), facts, psu]);
  return JSON.stringify([byWeekday ? date.dayOfWeek : 0, facts, qf && qfKey(qf, date)]);
}

function qfKey({ value, from, until }: KnownQf, date: Temporal.PlainDate): readonly unknown[] {
  const { compare } = Temporal.PlainDate;
  const past = until !== undefined && compare(until, date) < 0;
  return [value, from.toString(), until?.toString(), compare(date, from) < 0, past];
}

/** What a family reads in place of a price that falls in a hole. */
export function holeForFamily(found: Hole): string {
  if (found.code === "noQf") return texts.byQf;
  if (found.code === "missingFact" && found.fact === "ownMeal") return texts.ownMeal;
  if (found.code === "noPsuRate" && found.why === "noResources") return texts.byResources;
  return texts.toSettle;
}

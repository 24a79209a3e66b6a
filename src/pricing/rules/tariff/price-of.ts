import { type Cents, cents } from "#kernel";

import { decimalText, times } from "../exact.ts";
import { contractLines } from "../psu/contract-price.ts";
import { absenceVerdict } from "./absences.ts";
import type { Absence, CareContract, ChargeFacts } from "./charge-facts.ts";
import { givenPrice } from "./given-price.ts";
import { instalmentOf } from "./instalments.ts";
import { penaltyLines } from "./penalties.ts";
import { type Amount, amount, type Hole, hole, type Price, type PriceFact, type PriceLine } from "./price.ts";
import { roundCents } from "./rounding.ts";
import type { ReadPrice, Tariff } from "./tariff.ts";

/**
 * @rule Le prix d'une séance, et ce qui le fait
 *
 * Le prix de la séance (ou de l'absence), puis une ligne par supplément et par pénalité. Le total est la somme des
 * lignes. Chaque ligne garde ce qui l'a faite : quotient et ses dates, tranche, situation, arrondi. Un prix qu'on ne
 * peut pas dire est nommé comme tel, jamais deviné et jamais compté zéro.
 *
 * Exemple, au 6 janvier 2027 : la journée d'un enfant hors communauté, quotient 700, coûte 10,05 € (tranche de 651 à
 * 750) et 2 € de plus, 12,05 €.
 */
export function priceOf(known: ChargeFacts, tariff: Tariff | Hole): Price | Hole {
  if (known.given !== undefined) return givenPrice(known.given);
  if ("code" in tariff) return tariff;
  const facts = withRegular(known, tariff);
  if (typeof facts === "string") return hole({ code: "missingFact", fact: facts });
  if (facts.contract !== undefined && tariff.care !== null)
    return contractPrice(facts, facts.contract, tariff);
  if (facts.cancelled !== undefined) return cancelledPrice(facts, tariff);
  const slot =
    facts.absence === undefined ? unitLine(facts, tariff) : absenceLine(facts, facts.absence, tariff);
  if ("kind" in slot) return slot;
  const supplements = supplementLines(facts, tariff);
  if ("kind" in supplements) return supplements;
  const penalties = penaltyLines(tariff.penalties, facts, slot.cents, tariff.rounding);
  if ("kind" in penalties) return penalties;
  const lines = [slot, ...supplements, ...penalties];
  const total = lines.reduce((sum, line) => sum + line.cents, 0);
  if (total < 0) return hole({ code: "belowZero", euros: (total / 100).toFixed(2) });
  return { kind: "price", total: cents(total), tariff: tariff.told, lines };
}

/** A month of a contract; what its early end gives back may be more than the month costs. */
function contractPrice(
  { date, psu: family }: ChargeFacts,
  contract: CareContract,
  { care, psu, absences, told }: Tariff,
): Price | Hole {
  const lines = contractLines(
    { date, family, contract },
    { care: care?.care ?? "collective", psu, absences },
  );
  if ("kind" in lines) return lines;
  const total = lines.reduce((sum, line) => sum + line.cents, 0);
  return { kind: "price", total: cents(total), tariff: told, lines };
}

/** A place given back too late: the slot is not due, only what the rules say of it; nothing where they say nothing. */
function cancelledPrice(facts: ChargeFacts, tariff: Tariff): Price | Hole {
  const nothing: Price = { kind: "price", total: cents(0), tariff: tariff.told, lines: [] };
  if (!tariff.penalties.some(({ on }) => on === "lateCancellation")) return nothing;
  const slot = unitLine(facts, tariff);
  if ("kind" in slot) return slot;
  const lines = penaltyLines(tariff.penalties, facts, slot.cents, tariff.rounding);
  if ("kind" in lines) return lines;
  return { ...nothing, lines, total: cents(lines.reduce((sum, line) => sum + line.cents, 0)) };
}

/** Decides who is regular where the month's days do; gives the name of the fact that is missing. */
function withRegular(facts: ChargeFacts, { regularFrom }: Tariff): ChargeFacts | string {
  if (regularFrom === null) return facts;
  if (facts.daysThisMonth === undefined) return "daysThisMonth";
  return { ...facts, regular: facts.daysThisMonth >= regularFrom };
}

function unitLine(facts: ChargeFacts, tariff: Tariff): PriceLine | Hole {
  const found = lineOf("unit", null, tariff.price, facts, tariff);
  if ("kind" in found) return found;
  const line = { ...found, facts: [...regularFacts(facts, tariff), ...found.facts] };
  const count = tariff.instalments;
  if (count === null) return line;
  const index = facts.instalment;
  if (index === undefined) return hole({ code: "missingFact", fact: "instalment" });
  if (index > count) return hole({ code: "noInstalment", instalment: index, count });
  const fact: PriceFact = { fact: "instalment", index, count, whole: line.cents };
  return { ...line, cents: instalmentOf(line.cents, index, count), facts: [...line.facts, fact] };
}

function regularFacts(
  { regular, daysThisMonth }: ChargeFacts,
  { regularFrom }: Tariff,
): readonly PriceFact[] {
  if (regularFrom === null || regular === undefined || daysThisMonth === undefined) return [];
  return [{ fact: "regular", regular, days: daysThisMonth, from: regularFrom }];
}

function absenceLine(facts: ChargeFacts, absence: Absence, tariff: Tariff): PriceLine | Hole {
  const verdict = absenceVerdict(tariff.absences, absence, facts);
  if (verdict.kind === "hole") return verdict;
  const { billed, because } = verdict;
  const fact: PriceFact = {
    fact: "absence",
    reason: absence.reason,
    because,
    billed: typeof billed === "string" ? billed : "price",
    since: absence.since.toString({ smallestUnit: "minute" }),
  };
  if (billed === "none") return { what: "absence", name: null, cents: NOTHING, facts: [fact] };
  const found =
    billed === "full"
      ? unitLine(facts, tariff)
      : lineOf("absence", null, tariff.absencePrice(billed.price), facts, tariff);
  return "kind" in found ? found : { ...found, what: "absence", facts: [fact, ...found.facts] };
}

const NOTHING: Cents = cents(0);

function supplementLines(facts: ChargeFacts, tariff: Tariff): readonly PriceLine[] | Hole {
  const lines: PriceLine[] = [];
  for (const { code, quantity } of facts.supplements ?? []) {
    const supplement = tariff.supplements.get(code);
    if (supplement === undefined) return hole({ code: "noSupplement", supplement: code });
    const several: ReadPrice = (reading) => {
      const one = supplement.price(reading);
      return one.kind === "hole" || quantity === 1 ? one : timesOf(one, quantity);
    };
    const line = lineOf("supplement", supplement.name, several, facts, tariff);
    if ("kind" in line) return line;
    lines.push(line);
  }
  return lines;
}

function timesOf({ exact, facts }: Amount, quantity: number): Amount {
  const value = times(exact, { n: BigInt(quantity), d: 1n });
  return amount(value, [...facts, { fact: "quantity", quantity }]);
}

function lineOf(
  what: PriceLine["what"],
  name: string | null,
  price: ReadPrice,
  facts: ChargeFacts,
  { rounding, psu }: Tariff,
): PriceLine | Hole {
  const found = price({ facts, rounding, psu });
  if (found.kind === "hole") return found;
  const rounded = roundCents(found.exact, rounding);
  const even = found.exact.n * 100n === BigInt(rounded) * found.exact.d;
  const fact: PriceFact = { fact: "rounding", rounding, exactly: decimalText(found.exact) };
  return { what, name, cents: rounded, facts: even ? found.facts : [...found.facts, fact] };
}

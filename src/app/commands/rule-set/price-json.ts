import { formatCents, ok, refuse, type Result } from "#kernel";
import {
  explainLine,
  feeInFile,
  holeSentence,
  priceOf,
  readChargeCase,
  tariffInFile,
  type ChargeCase,
  type Hole,
  type Price,
} from "#pricing";

import type { RuleSet } from "../../ruleset/schema.ts";
import { texts } from "./texts.fr.ts";

/** The price of one case by the tariffs of a file, and why, ready for JSON. A price that falls in a hole says which. */
export function priceJson(
  ruleSet: RuleSet,
  written: string,
): Result<{ readonly found: boolean; readonly json: object }, string> {
  const value = jsonOf(written);
  if (!value.ok) return value;
  const read = readChargeCase(value.value);
  if (!read.ok) return refuse(texts.caseNotUnderstood(read.at));
  const priced = priceInFile(ruleSet, read.value);
  if (!priced.ok) return priced;
  const price = priced.value;
  if (price.kind === "hole") {
    const { kind: _, ...why } = price;
    return ok({ found: false, json: { price: null, hole: why, sentence: holeSentence(price) } });
  }
  return ok({ found: true, json: told(price) });
}

function priceInFile(ruleSet: RuleSet, asked: ChargeCase): Result<Price | Hole, string> {
  const { facts } = asked;
  if (!("fee" in asked)) {
    const activities = ruleSet.activities ?? [];
    const activity = activities.find(({ code }) => code === asked.activity);
    const known = activities.map(({ code }) => code);
    if (activity === undefined) return refuse(texts.unknownActivity(asked.activity, known));
    const units = activity.units.map(({ code }) => code);
    if (!units.includes(asked.unit)) return refuse(texts.unknownUnit(asked.unit, activity.code, units));
    const tariff = tariffInFile(ruleSet, { ...asked, date: facts.date });
    return ok(priceOf(facts, tariff));
  }
  const known = (ruleSet.fees ?? []).map(({ code }) => code);
  if (!known.includes(asked.fee)) return refuse(texts.unknownFee(asked.fee, known));
  const tariff = feeInFile(ruleSet, { fee: asked.fee, date: facts.date });
  return ok(priceOf(facts, tariff));
}

function told({ total, tariff, lines }: Price) {
  return {
    price: formatCents(total),
    cents: total,
    tariff,
    lines: lines.map((line) => ({
      what: line.what,
      name: line.name,
      price: formatCents(line.cents),
      cents: line.cents,
      why: explainLine(line),
      facts: line.facts,
    })),
  };
}

function jsonOf(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return refuse(texts.caseNotJson);
  }
}

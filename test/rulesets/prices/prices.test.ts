import { expect, test } from "vitest";

import { explainLine, feeInFile, holeSentence, priceOf, readChargeCase, tariffInFile } from "#pricing";

import { checkText } from "../../../src/app/ruleset/check-text.ts";
import type { RuleSet } from "../../../src/app/ruleset/schema.ts";
import { exampleText } from "../example-files.ts";
import { moreVectors } from "./more-vectors.ts";
import type { Asked } from "./price-cases.ts";
import { workedVectors } from "./worked-vectors.ts";

const priceVectors = [...workedVectors, ...moreVectors];

function read(name: string): RuleSet {
  const { ruleSet } = checkText(exampleText(name));
  if (ruleSet === undefined) throw new Error(`${name} is refused`);
  return ruleSet;
}

function priceOfCase(ruleSet: RuleSet, asked: Asked) {
  const charge = readChargeCase(JSON.parse(JSON.stringify({ date: "2026-11-06", ...asked })));
  if (!charge.ok) throw new Error(charge.at);
  const { facts } = charge.value;
  const tariff =
    "fee" in charge.value
      ? feeInFile(ruleSet, { ...charge.value, date: facts.date })
      : tariffInFile(ruleSet, { ...charge.value, date: facts.date });
  return "code" in tariff ? tariff : priceOf(facts, tariff);
}

const files = new Map(priceVectors.map(([name]) => [name, read(name)]));

test.each(
  priceVectors.flatMap(([name, asked, cases]) =>
    cases.map(([more, expected]) => [name, { ...asked, ...more }, expected] as const),
  ),
)("%s: %j → %s", (name, asked, expected) => {
  const ruleSet = files.get(name);
  if (ruleSet === undefined) throw new Error(name);
  const price = priceOfCase(ruleSet, asked);
  if (price.kind === "hole") {
    expect(price.code).toBe(expected);
    expect(holeSentence(price).length).toBeGreaterThan(30);
    return;
  }
  expect((price.total / 100).toFixed(2)).toBe(expected);
  expect(price.lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(price.total);
  for (const line of price.lines) {
    const why = explainLine(line);
    expect(why.length).toBeGreaterThan(0);
    expect(why.join(" ")).not.toMatch(/undefined|null|NaN|\bobject\b/);
    // What is kept is plain: written and read again, it says the same.
    expect(JSON.parse(JSON.stringify(line))).toEqual(line);
  }
});

test("17 × 4.15 is 70.55: rounded lines add up", () => {
  const ruleSet = { prices: [{ activities: ["a"], price: "4.15" }] };
  const each = Array.from({ length: 17 }, () => priceOfCase(ruleSet, { activity: "a", unit: "u" }));
  expect(each.reduce((sum, price) => sum + (price.kind === "price" ? price.total : 0), 0)).toBe(7055);
});

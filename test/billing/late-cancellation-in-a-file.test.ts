import { expect, test } from "vitest";

import { priceOf, readChargeCase, tariffInFile } from "#pricing";

import { checkText } from "../../src/app/ruleset/check-text.ts";
import { exampleText } from "../rulesets/example-files.ts";

test("a rule set file says what a late cancellation costs, and prices it", () => {
  const text = exampleText("ponthieu-marquenterre").replace(
    /^penalties:\n/m,
    'penalties:\n  - { activities: [cantine-rue], on: lateCancellation, instead: "1.20" }\n',
  );
  const { ruleSet } = checkText(text);
  const written = {
    activity: "cantine-rue",
    unit: "repas",
    date: "2026-11-19",
    residence: "resident",
    events: [{ on: "lateCancellation" }],
    cancelled: { at: "2026-11-18T09:12", until: "2026-11-17T12:00" },
  };
  const read = readChargeCase(written);
  if (ruleSet === undefined || !read.ok || "fee" in read.value) throw new Error("no such case");
  const tariff = tariffInFile(ruleSet, { ...read.value, date: read.value.facts.date });
  const price = "code" in tariff ? tariff : priceOf(read.value.facts, tariff);
  expect(price).toMatchObject({ kind: "price", total: 120, lines: [{ what: "penalty", cents: 120 }] });
});

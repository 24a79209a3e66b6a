import type { PricePlaces } from "#billing";
import { priceOf, readChargeCase, tariffInFile } from "#pricing";

import { checkText } from "../../../src/app/ruleset/check-text.ts";
import { exampleText } from "../../rulesets/example-files.ts";

const FILE = "r06-hauterives";
const UNIT = { activity: "mercredi", unit: "journee" };
const FIRST = Temporal.PlainDate.from("2026-10-01");

/** Prices every place by a real tariff of brackets, with a quotient of its household: read, priced and kept as any. */
export function pricedPlaces(): PricePlaces {
  const { ruleSet } = checkText(exampleText(FILE));
  const tariff = ruleSet === undefined ? undefined : tariffInFile(ruleSet, { ...UNIT, date: FIRST });
  if (tariff === undefined || "code" in tariff) throw new Error(`No tariff in ${FILE}`);
  return async (_reads, _month, places) =>
    places.map(({ payer: { householdId }, day }) => {
      const priced = {
        ...UNIT,
        date: day.toString(),
        audience: "child",
        residence: householdId.startsWith("0") ? "outside" : "resident",
        enrolledChildren: 3,
        qf: { value: String(Number.parseInt(householdId.slice(0, 3), 16) / 2), from: "2026-01-01" },
      };
      const read = readChargeCase(priced);
      if (!read.ok) throw new Error(read.at);
      return { price: priceOf(read.value.facts, tariff), priced, attended: true };
    });
}

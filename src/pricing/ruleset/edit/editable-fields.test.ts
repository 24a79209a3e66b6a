import { expect, test } from "vitest";

import type { PriceEntry } from "../section.ts";
import { editableFields, withAt, writtenAs } from "./editable-fields.ts";

const ENTRY: PriceEntry = {
  activities: ["cantine"],
  price: {
    kind: "cases",
    cases: [
      { when: { residence: "outside" }, price: "4.90" },
      {
        price: {
          kind: "brackets",
          brackets: [
            { below: 700, price: "2.60" },
            { from: 700, price: "3.20" },
          ],
        },
      },
    ],
  },
  adjustments: [{ name: "Fratrie", when: { rank: { from: 2 } }, percent: "-10" }],
  missingQf: "highest",
};

test("the amounts, rates and bounds of a tariff are fields; for whom they are is not", () => {
  expect(editableFields(ENTRY).map(({ name, value }) => `${name} ${value}`)).toEqual([
    "price.cases.0.price 4.90",
    "price.cases.1.price.brackets.0.below 700",
    "price.cases.1.price.brackets.0.price 2.60",
    "price.cases.1.price.brackets.1.from 700",
    "price.cases.1.price.brackets.1.price 3.20",
    "adjustments.0.percent -10",
  ]);
});

test("a field is written back where it was read", () => {
  for (const { path, value, kind } of editableFields(ENTRY))
    expect(withAt(ENTRY, path, writtenAs(kind, value))).toEqual(ENTRY);
  expect(withAt(ENTRY, ["price", "cases", 0, "price"], "5.10")).toMatchObject({
    price: { cases: [{ price: "5.10" }, {}] },
  });
});

test.each([
  ["euros", "3,9", "3.90"],
  ["euros", "3,20 €", "3.20"],
  ["euros", "4", "4.00"],
  ["euros", "3,205", undefined],
  ["euros", "gratuit", undefined],
  ["signedEuros", "−1", "-1.00"],
  ["decimal", "0,0027", "0.0027"],
  ["decimal", "1,10 %", "1.10"],
  ["bound", "699,99", 699.99],
  ["bound", "", undefined],
] as const)("%s « %s »", (kind, typed, written) => expect(writtenAs(kind, typed)).toBe(written));

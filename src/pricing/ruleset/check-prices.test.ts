import { expect, test } from "vitest";

import { checkPrices } from "./check-prices.ts";
import { pricesSection } from "./section.ts";

const offer = {
  activities: [
    { code: "mercredi", units: [{ code: "journee" }, { code: "matin" }] },
    { code: "cantine", units: [{ code: "repas" }] },
  ],
};
const all = [{ price: "3.00" }];
const said = (prices: unknown) =>
  checkPrices(pricesSection.parse(prices), offer).map(({ path, kind, sentence }) => [
    path.join("."),
    kind,
    sentence,
  ]);

test.each([
  ["nothing to say", [{ activities: ["cantine"], brackets: all }], []],
  [
    "an overlap is refused, with both prices",
    [
      {
        activities: ["cantine"],
        brackets: [
          { to: 1200, price: "15.00" },
          { from: 1200, price: "16.00" },
        ],
      },
    ],
    [
      [
        "prices.0.brackets.1",
        "refused",
        expect.stringContaining("quotient 1200, qui aurait deux prix (15,00 € et 16,00 €)"),
      ],
    ],
  ],
  [
    "a hole is a warning",
    [
      {
        activities: ["cantine"],
        brackets: [
          { below: 450, price: "7.20" },
          { from: 451, price: "8.00" },
        ],
      },
    ],
    [["prices.0.brackets.1", "warning", expect.stringContaining("à partir de 450 et en dessous de 451")]],
  ],
  [
    "a unit has one price",
    [
      { activities: ["mercredi"], units: ["matin"], brackets: all },
      { activities: ["mercredi"], brackets: all },
    ],
    [["prices.1", "refused", expect.stringContaining("mercredi › matin")]],
  ],
  [
    "a unit of another activity",
    [{ activities: ["cantine"], units: ["journee"], brackets: all }],
    [["prices.0.units.0", "refused", expect.stringContaining("« journee » n’est pas une prestation")]],
  ],
])("%s", (_, prices, expected) => expect(said(prices)).toEqual(expected));

test.each([
  ["a number", { price: 7.2 }],
  ["one decimal", { price: "7.2" }],
  ["both ends below", { from: 1, above: 1, price: "7.20" }],
  ["both ends above", { to: 1, below: 1, price: "7.20" }],
])("%s is not read", (_, bracket) =>
  expect(pricesSection.safeParse([{ activities: ["cantine"], brackets: [bracket] }]).success).toBe(false),
);

import { expect, test } from "vitest";

import type { PriceForm } from "./grammar.ts";
import { tariffLine, termsSentences } from "./tariff-tree.ts";

const spaces = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

test.each<[PriceForm, string]>([
  ["0.00", "gratuit"],
  ["4.00", "4,00 €"],
  [
    {
      kind: "brackets",
      brackets: [
        { below: 700, price: "2.60" },
        { from: 700, price: "3.20" },
      ],
    },
    "selon le quotient familial (moins de 700 : 2,60 € ; 700 ou plus : 3,20 €)",
  ],
  [
    { kind: "share", percent: "0.36", floor: "2.60", ceiling: "4.50" },
    "0,36 % du quotient familial, de 2,60 € à 4,50 €",
  ],
  [
    { kind: "share", factor: "0.0027", least: 200, most: 2500 },
    "0,0027 fois la valeur du quotient familial (compté entre 200 et 2 500)",
  ],
  [{ kind: "per", of: "minutes", every: 30, price: "0.48" }, "0,48 € par demi-heure commencée"],
  [
    {
      kind: "per",
      of: "minutes",
      every: 30,
      price: {
        kind: "brackets",
        brackets: [
          { to: 650, price: "0.30" },
          { above: 650, price: "0.48" },
        ],
      },
    },
    "par demi-heure commencée, selon le quotient familial (jusqu’à 650 : 0,30 € ; plus de 650 : 0,48 €)",
  ],
  [
    { kind: "cases", cases: [{ when: { residence: "outside" }, price: "4.90" }, { price: "2.85" }] },
    "selon la situation (hors territoire : 4,90 € ; dans les autres cas : 2,85 €)",
  ],
])("%j", (form, line) => expect(spaces(tariffLine(form))).toBe(line));

test("what surrounds a price", () => {
  expect(
    termsSentences({
      price: "120.00",
      every: "season",
      instalments: 3,
      adjustments: [{ name: "Fratrie", when: { rank: { from: 2 } }, percent: "-20" }],
      supplements: [{ code: "gouter", name: "Goûter", price: "0.80" }],
      missingQf: "highest",
      outdatedQf: { qf: 900 },
      rounding: { to: "0.05" },
    }).map(spaces),
  ).toEqual([
    "Pour toute la saison.",
    "Payé en 3 fois.",
    "Fratrie (à partir du 2ᵉ enfant) : 20 % de moins.",
    "Supplément « Goûter » : 0,80 €.",
    "Sans quotient connu : le prix le plus haut.",
    "Avec un quotient périmé : comme pour un quotient de 900.",
    "Arrondi à 5 centimes.",
  ]);
});

import { expect, test } from "vitest";

import { z } from "zod";

import { checkPrices } from "./check-prices.ts";
import { priceSections } from "./section.ts";

const sections = z.strictObject(priceSections);
const offer = {
  activities: [
    { code: "mercredi", units: [{ code: "journee" }, { code: "matin" }] },
    { code: "cantine", units: [{ code: "repas" }] },
  ],
};
const everywhere = { activities: ["mercredi", "cantine"] };
const cantine = { activities: ["cantine"] };
const free = { activities: ["mercredi"], price: "0.00" };

/** « path kind: sentence » of all that is said of the sections. */
const said = (written: object) =>
  checkPrices(sections.parse(written), offer).map(
    ({ path, kind, sentence }) => `${path.join(".")} ${kind}: ${sentence}`,
  );
const saidOf = (price: unknown, more: object = {}) =>
  said({ prices: [free, { ...cantine, missingQf: "highest", price, ...more }] });
const brackets = (all: readonly object[], more: object = {}) => ({
  kind: "brackets",
  brackets: all,
  ...more,
});
const cases = (...all: readonly object[]) => ({ kind: "cases", cases: all });

test.each<[string, unknown, RegExp[]]>([
  ["nothing to say", "3.00", []],
  [
    "an overlap, with both prices",
    brackets([
      { to: 1200, price: "15.00" },
      { from: 1200, price: "16.00" },
    ]),
    [/^prices\.1\.price\.brackets\.1 refused: .*quotient 1200, qui aurait deux prix \(15,00.€ et 16,00.€\)/],
  ],
  [
    "more than a bound in common",
    brackets([
      { to: 1100, price: "15.00" },
      { above: 1000, price: "16.00" },
    ]),
    [
      /se recouvrent : un quotient au-dessus de 1000 et jusqu’à 1100 aurait deux prix \(15,00.€ et 16,00.€\)\. Changez/,
    ],
  ],
  [
    "a hole",
    brackets([
      { below: 450, price: "7.20" },
      { from: 451, price: "8.00" },
    ]),
    [/^prices\.1\.price\.brackets\.1 warning: Un quotient à partir de 450 et en dessous de 451/],
  ],
  [
    "a bracket upside down",
    brackets([{ from: 9, to: 3, price: "1.00" }, { price: "2.00" }]),
    [/ne contient aucune valeur/],
  ],
  [
    "whole numbers that follow each other",
    brackets(
      [
        { to: 1, price: "4.50" },
        { from: 2, to: 2, price: "4.40" },
        { from: 3, price: "4.25" },
      ],
      {
        of: "enrolledChildren",
      },
    ),
    [],
  ],
  [
    "a hole among whole numbers, an overlap inside of a bracket",
    brackets(
      [
        { to: 1, price: "4.50" },
        {
          from: 3,
          price: brackets(
            [
              { to: 5, price: "1.00" },
              { from: 5, price: "2.00" },
            ],
            { of: "days" },
          ),
        },
      ],
      { of: "rank" },
    ),
    [
      /brackets\.1 warning: Un rang de 2 n’a pas de prix/,
      /brackets\.1\.price\.brackets\.1 refused: .*jours 5/,
    ],
  ],
  [
    "a floor above the ceiling, bounds upside down",
    { kind: "share", percent: "1", floor: "9.00", ceiling: "8.00", least: 9, most: 8 },
    [/least refused/, /floor refused/],
  ],
  [
    "cases of which one is the more precise",
    cases(
      { when: { audience: "adult" }, price: "5.00" },
      { when: { audience: "adult", residence: "outside" }, price: "6.00" },
      { price: "3.00" },
    ),
    [],
  ],
  [
    "cases that both hold",
    cases(
      { when: { audience: "adult" }, price: "5.00" },
      { when: { residence: "outside" }, price: "4.00" },
      { price: "3.00" },
    ),
    [/cases\.1 refused: .*« hors territoire, adulte »/],
  ],
  [
    "the same case twice",
    cases(
      { when: { category: "agent" }, price: "5.00" },
      { when: { category: "agent" }, price: "4.00" },
      { price: "3.00" },
    ),
    [/cases\.1 refused: .*catégorie « agent »/],
  ],
  [
    "ranges that meet",
    cases({ when: { rank: { to: 2 } }, price: "5.00" }, { when: { rank: { from: 2 } }, price: "4.00" }),
    [/cases\.1 refused: .*« 2ᵉ enfant »/],
  ],
  [
    "situations without a case",
    cases(
      { when: { residence: "resident" }, price: "5.00" },
      { when: { scheme: "msa", residence: "outside" }, price: "4.00" },
    ),
    [/cases warning: Sans prix : « hors territoire, régime CAF », « hors territoire, autre régime »\./],
  ],
])("%s", (_, price, expected) =>
  expect(saidOf(price)).toEqual(expected.map((one) => expect.stringMatching(one))),
);

test.each<[string, object, RegExp[]]>([
  [
    "a unit has one price",
    {
      prices: [
        { activities: ["mercredi"], units: ["matin"], price: "1.00" },
        { ...everywhere, price: "2.00" },
      ],
    },
    [/prices\.1 refused: « mercredi › matin »/],
  ],
  [
    "on different days it has two",
    {
      prices: [
        { ...everywhere, lastDay: "2025-07-31", price: "1.00" },
        { ...everywhere, firstDay: "2025-08-01", price: "2.00" },
      ],
    },
    [],
  ],
  [
    "days between two prices, and days upside down",
    {
      prices: [
        { ...everywhere, lastDay: "2025-07-04", price: "1.00" },
        { ...cantine, firstDay: "2025-09-01", price: "2.00" },
        { activities: ["mercredi"], firstDay: "2026-09-01", lastDay: "2025-09-01", price: "2.00" },
      ],
    },
    [
      /prices\.2\.lastDay refused/,
      /mercredi › journee.*/,
      /mercredi › matin/,
      /prices\.1 warning: « cantine › repas » n’a pas de prix du .*5 juillet 2025/,
    ],
  ],
  [
    "a unit without a price",
    { prices: [free] },
    [/activities\.1\.units\.0 warning: « cantine › repas » n’a pas de prix/],
  ],
  [
    "a unit of another activity",
    {
      prices: [{ ...everywhere, price: "2.00" }],
      absences: [{ ...cantine, units: ["journee"], billed: "full" }],
    },
    [/absences\.0\.units\.0 refused: « journee » n’est pas une prestation/],
  ],
  [
    "no rule without a quotient",
    { prices: [free, { ...cantine, price: { kind: "share", percent: "1" } }] },
    [/price warning: Sans quotient/],
  ],
  [
    "no highest price",
    { prices: [free, { ...cantine, missingQf: "highest", price: { kind: "share", percent: "1" } }] },
    [/missingQf refused: Ce tarif n’a pas de prix le plus haut/],
  ],
  [
    "a card twice",
    {
      fees: ["2025-09-01", "2026-09-01", "2026-09-01"].map((firstDay) => ({
        ...cantine,
        code: "carte",
        name: "Carte",
        per: "child",
        every: "year",
        price: "22.00",
        firstDay,
        lastDay: firstDay,
      })),
    },
    [/fees\.2\.code refused/],
  ],
  [
    "a penalty twice, but not another time or of another kind",
    {
      penalties: [
        { ...cantine, on: "unbooked", toTime: 2, plus: "2.00" },
        { ...everywhere, on: "unbooked", fromTime: 3, plus: "5.00" },
        { ...everywhere, on: "unbooked", instead: "5.49" },
        { ...cantine, on: "unbooked", fromTime: 2, plus: "3.00" },
      ],
    },
    [/penalties\.3 refused/],
  ],
  [
    "times upside down",
    { penalties: [{ ...cantine, on: "unbooked", fromTime: 3, toTime: 2, plus: "1.00" }] },
    [/toTime refused/],
  ],
  [
    "absences: the authority’s own, no rule for the others",
    { absences: [{ ...cantine, reasons: ["authority"], billed: "full" }] },
    [/absences\.0\.reasons refused/, /absences\.0 warning: « cantine › repas » : les autres absences/],
  ],
  [
    "absences: a rule that is never reached, one after a condition, conditions on the others",
    {
      absences: [
        { ...cantine, reasons: ["illness"], proof: { withinHours: 48 }, billed: "none" },
        { ...cantine, reasons: ["illness", "family"], billed: { price: "1.00" } },
        { ...cantine, reasons: ["family"], billed: "none" },
        { ...cantine, billed: "full", toldBy: "09:00" },
      ],
    },
    [/absences\.2 refused/, /absences\.3 refused: La règle sans motif/],
  ],
])("%s", (_, written, expected) =>
  expect(said(written)).toEqual(expected.map((one) => expect.stringMatching(one))),
);

test.each<[string, object]>([
  ["a number", { price: 7.2 }],
  ["one decimal", { price: "7.2" }],
  ["both ends below", { price: brackets([{ from: 1, above: 1, price: "7.20" }]) }],
  ["both ends above", { price: brackets([{ to: 1, below: 1, price: "7.20" }]) }],
  ["a share without a rate", { price: { kind: "share" } }],
  ["a share with two", { price: { kind: "share", percent: "1", factor: "0.01" } }],
  [
    "two changes at once",
    { price: "1.00", adjustments: [{ name: "a", when: { regular: true }, plus: "1.00", times: "2" }] },
  ],
  ["a condition that says nothing", { price: cases({ when: {}, price: "1.00" }) }],
  ["a day that does not exist", { price: "1.00", firstDay: "2026-02-30" }],
])("%s is not read", (_, entry) =>
  expect(sections.safeParse({ prices: [{ ...cantine, ...entry }] }).success).toBe(false),
);

test("a penalty that costs nothing is refused; one of what stays due is warned of", () => {
  const all = { prices: [free, { ...cantine, price: "3.00" }] };
  const late = { ...cantine, on: "lateCancellation" };
  expect(said({ ...all, penalties: [{ ...late, times: "0.5" }] })).toEqual([]);
  for (const wrong of [
    { ...cantine, on: "unbooked", times: "0.5" },
    { ...late, percent: "-50" },
    { ...late, plus: "0.00" },
  ])
    expect(said({ ...all, penalties: [wrong] })).toEqual([
      expect.stringMatching(/^penalties.0 refused: Cette pénalité ne/),
    ]);
  const monthly = { prices: [free, { ...cantine, every: "month", price: "30.00" }] };
  expect(said({ ...monthly, penalties: [{ ...late, percent: "50" }] })).toEqual([
    expect.stringMatching(/^penalties.0.on warning: .*« cantine › repas »/),
  ]);
});

import { expect, test } from "vitest";

import { readChargeCase } from "../../ruleset/charge-case.ts";
import { explainLine } from "./explain.ts";
import type { AbsenceRule, PenaltyRule, TariffTerms } from "./grammar.ts";
import { priceOf } from "./price-of.ts";
import { readTariff } from "./tariff.ts";

/** Thursday 7 January 2027, unless said otherwise. */
function price(
  terms: Partial<TariffTerms>,
  charge: object,
  {
    penalties = [],
    absences = [],
  }: { penalties?: readonly PenaltyRule[]; absences?: readonly AbsenceRule[] } = {},
) {
  const read = readChargeCase({ activity: "a", unit: "u", date: "2027-01-07", ...charge });
  if (!read.ok || "fee" in read.value) throw new Error("No such case");
  return priceOf(read.value.facts, readTariff({ price: "4.00", ...terms }, { penalties, absences }));
}

const paid = (...asked: Parameters<typeof price>) => {
  const found = price(...asked);
  return found.kind === "hole" ? found.code : found.total;
};
const why = (...asked: Parameters<typeof price>) => {
  const found = price(...asked);
  return found.kind === "hole" ? [found.code] : found.lines.map((line) => explainLine(line));
};

const byQf: Partial<TariffTerms> = {
  price: {
    kind: "brackets",
    brackets: [
      { below: 700, price: "1.00" },
      { from: 700, price: "3.00" },
    ],
  },
};
const until = (day: string) => ({ qf: { value: "640", from: "2026-01-01", until: day } });

test.each<[string, Partial<TariffTerms>, object, unknown]>([
  ["a quotient on its last day", byQf, until("2027-01-07"), 100],
  ["the day after, without a rule", byQf, until("2027-01-06"), "noQf"],
  ["outdated: the highest", { ...byQf, missingQf: "highest" }, until("2027-01-06"), 300],
  [
    "outdated: the last known",
    { ...byQf, missingQf: "highest", outdatedQf: "lastKnown" },
    until("2027-01-06"),
    100,
  ],
  ["missing: the highest", { ...byQf, missingQf: "highest", outdatedQf: "lastKnown" }, {}, 300],
  ["missing: as if it were 699", { ...byQf, missingQf: { qf: 699 } }, {}, 100],
  ["missing: a price", { ...byQf, missingQf: { price: "9.99" } }, {}, 999],
  [
    "not yet known on that day",
    { ...byQf, missingQf: "highest" },
    { qf: { value: "640", from: "2027-01-08" } },
    300,
  ],
  [
    "the highest of a share is its ceiling",
    { price: { kind: "share", percent: "1", ceiling: "7.00" }, missingQf: "highest" },
    {},
    700,
  ],
  [
    "a share without an end has none",
    { price: { kind: "share", percent: "1" }, missingQf: "highest" },
    {},
    "noHighest",
  ],
  [
    "regular after the month",
    {
      price: { kind: "cases", cases: [{ when: { regular: true }, price: "2.00" }, { price: "3.00" }] },
      regular: { fromDaysAMonth: 8 },
    },
    { daysThisMonth: 8, regular: false },
    200,
  ],
  [
    "occasional after the month",
    {
      price: { kind: "cases", cases: [{ when: { regular: true }, price: "2.00" }, { price: "3.00" }] },
      regular: { fromDaysAMonth: 8 },
    },
    { daysThisMonth: 7 },
    300,
  ],
  ["nobody counted the days", { regular: { fromDaysAMonth: 8 } }, {}, "missingFact"],
  [
    "never below zero",
    { adjustments: [{ name: "Aide", when: { audience: "child" }, plus: "-4.01" }] },
    { audience: "child" },
    "belowZero",
  ],
  [
    "changes one after the other",
    {
      adjustments: [
        { name: "Aide", when: { audience: "child" }, plus: "-1.00" },
        { name: "Hors territoire", when: { residence: "outside" }, times: "2" },
      ],
    },
    { audience: "child", residence: "outside" },
    600,
  ],
  [
    "rounded at each half-hour",
    {
      price: { kind: "per", of: "minutes", every: 30, price: { kind: "share", factor: "0.0027" } },
      rounding: { at: "unit" },
    },
    { minutes: 90, qf: { value: "551", from: "2026-01-01" } },
    447,
  ],
  [
    "or once at the line",
    { price: { kind: "per", of: "minutes", every: 30, price: { kind: "share", factor: "0.0027" } } },
    { minutes: 90, qf: { value: "551", from: "2026-01-01" } },
    446,
  ],
  [
    "a case of no situation",
    { price: { kind: "cases", cases: [{ when: { school: "preschool" }, price: "1.00" }] } },
    { school: "other" },
    "noCase",
  ],
])("%s", (_, terms, charge, expected) => expect(paid(terms, charge)).toBe(expected));

const late = (minutes: number, more: object = {}) => ({ events: [{ on: "latePickUp", minutes, ...more }] });
const perQuarter: PenaltyRule = { on: "latePickUp", plus: "5.00", everyMinutes: 15, graceMinutes: 5 };

test.each<[string, PenaltyRule[], object, unknown]>([
  ["within the grace", [perQuarter], late(5), 400],
  ["a quarter that has begun", [perQuarter], late(6), 900],
  ["two", [perQuarter], late(16), 1400],
  ["once for the family", [{ ...perQuarter, per: "family" }], late(16, { paidWithSibling: true }), 400],
  ["grace the first time", [{ on: "latePickUp", fromTime: 2, plus: "10.00" }], late(1, { time: 1 }), 400],
  ["not the second", [{ on: "latePickUp", fromTime: 2, plus: "10.00" }], late(1, { time: 2 }), 1400],
  ["only the first two times", [{ on: "latePickUp", toTime: 2, plus: "10.00" }], late(1, { time: 3 }), 400],
  ["another event", [{ on: "unbooked", plus: "10.00" }], late(20), 400],
  [
    "for some",
    [{ on: "latePickUp", when: { audience: "adult" }, plus: "10.00" }],
    { ...late(1), audience: "child" },
    400,
  ],
  [
    "a price instead, and more",
    [
      { on: "latePickUp", instead: "5.49" },
      { on: "latePickUp", plus: "5.00" },
    ],
    late(1),
    1049,
  ],
  ["less than the price", [{ on: "latePickUp", instead: "1.00" }], late(1), 100],
  ["half as much again, rounded", [{ on: "latePickUp", percent: "33.33" }], late(1), 533],
])("penalty: %s", (_, penalties, charge, expected) => expect(paid({}, charge, { penalties })).toBe(expected));

const otherwise: AbsenceRule = { billed: "full" };
const ill = (more: object = {}) => ({ absence: { reason: "illness", since: "2027-01-07T12:00", ...more } });
const illRule = (rule: Partial<AbsenceRule>): AbsenceRule[] => [
  { reasons: ["illness"], billed: "none", ...rule },
  otherwise,
];
const since = (day: number, more: object = {}) => ill({ since: `2027-01-0${day}T12:00`, ...more });

test.each<[string, AbsenceRule[], object, unknown]>([
  ["billed where nothing else is said", [otherwise], ill(), 400],
  ["free for a reason", illRule({}), ill(), 0],
  ["another reason", illRule({}), ill({ reason: "family" }), 400],
  ["with a proof in time", illRule({ proof: { withinHours: 48 } }), ill({ proofAt: "2027-01-09T12:00" }), 0],
  ["a minute too late", illRule({ proof: { withinHours: 48 } }), ill({ proofAt: "2027-01-09T12:01" }), 400],
  [
    "within days, to the end of the last",
    illRule({ proof: { withinDays: 5 } }),
    ill({ proofAt: "2027-01-12T23:59" }),
    0,
  ],
  ["the sixth day", illRule({ proof: { withinDays: 5 } }), ill({ proofAt: "2027-01-13T00:00" }), 400],
  ["without a proof", illRule({ proof: {} }), ill(), 400],
  ["told in time", illRule({ toldBy: "10:00" }), ill({ toldAt: "2027-01-07T10:00" }), 0],
  ["told too late", illRule({ toldBy: "10:00" }), ill({ toldAt: "2027-01-07T10:01" }), 400],
  ["the first day billed", illRule({ billedFirstDays: 1 }), since(7), 400],
  ["the second not", illRule({ billedFirstDays: 1 }), since(6), 0],
  ["two days of the calendar", illRule({ billedFirstDays: 2 }), since(6), 400],
  ["the third", illRule({ billedFirstDays: 2 }), since(5), 0],
  ["two school days", illRule({ billedFirstDays: 2, counted: "school" }), since(1, { schoolDay: 2 }), 400],
  [
    "nobody counted the school days",
    illRule({ billedFirstDays: 2, counted: "school" }),
    since(1),
    "missingFact",
  ],
  ["the authority’s own doing, whatever the rules", [otherwise], ill({ reason: "authority" }), 0],
  ["the same without any rule", [], ill({ reason: "authority" }), 0],
  ["no rule at all", [], ill(), "noAbsenceRule"],
  ["a price of its own", [{ billed: { price: "2.99" } }], ill(), 299],
])("absence: %s", (_, absences, charge, expected) => expect(paid({}, charge, { absences })).toBe(expected));

test("« Pourquoi ce prix ? »", () => {
  const terms: Partial<TariffTerms> = {
    price: {
      kind: "per",
      of: "minutes",
      every: 30,
      price: { kind: "share", factor: "0.0027", least: 200, most: 2500 },
    },
    adjustments: [{ name: "Hors commune", when: { residence: "outside" }, percent: "10" }],
    supplements: [{ code: "gouter", name: "Goûter", price: "1.00" }],
  };
  const charge = {
    ...until("2027-01-31"),
    residence: "outside",
    minutes: 61,
    supplements: [{ code: "gouter", quantity: 2 }],
    ...late(16, { time: 4 }),
  };
  expect(why(terms, charge, { penalties: [{ ...perQuarter, fromTime: 2 }] })).toEqual([
    [
      "Quotient familial : 640, valable du jeudi 1er janvier 2026 au dimanche 31 janvier 2027.",
      "Coefficient 0,0027 sur le quotient familial (640).",
      "61 minutes, soit 3 × 30 minutes : la dernière, commencée, compte entière.",
      "Hors commune (hors territoire) : 10 % de plus.",
      "5,7024\u00a0€, arrondi au plus proche, le demi vers le haut.",
    ],
    ["Prix : 1,00\u00a0€.", "Quantité : 2."],
    [
      "Départ en retard, 4ᵉ fois, 16 minutes (à partir de la 2ᵉ fois) : 5,00\u00a0€ par tranche de 15 minutes commencée.",
    ],
  ]);
});

test("what is said of an absence and of an old quotient", () => {
  const absences = illRule({ proof: { withinHours: 48 } });
  const charge = { ...ill({ proofAt: "2027-01-11T12:00" }), ...until("2026-12-31") };
  expect(why({ ...byQf, missingQf: "highest" }, charge, { absences })).toEqual([
    [
      "Absence pour maladie depuis le jeudi 7 janvier 2027 : facturée comme une présence, parce que le justificatif a été remis après le délai.",
      "Le quotient familial valait jusqu’au jeudi 31 décembre 2026 : le règlement applique le prix le plus haut.",
      "Tranche la plus chère (le quotient familial : 700 ou plus).",
      "Prix : 3,00\u00a0€.",
    ],
  ]);
});

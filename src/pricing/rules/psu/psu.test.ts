import { expect, test } from "vitest";

import { cents } from "#kernel";

import { nationalPsu } from "../../psu/national-psu.ts";
import { contractMonths, regularisation } from "./contract-months.ts";
import { deductions } from "./deductions.ts";
import { hourlyRate, type PsuHousehold } from "./hourly-rate.ts";
import { complementaryMinutes, countedMinutes } from "./hours.ts";
import { monthHours } from "./month-hours.ts";
import {
  deductionSentence,
  explainRate,
  monthSentences,
  psuHoleSentence,
  regularisationSentence,
} from "./psu-sentences.fr.ts";
import { rateSegments } from "./rate-segments.ts";

const tables = nationalPsu();
const day = (text: string) => Temporal.PlainDate.from(text);
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const terms = { care: "collective" } as const;
const of = (resources: number, dependentChildren: number, aeehChildren = 0): PsuHousehold => ({
  resources: { cents: resources },
  dependentChildren,
  aeehChildren,
});
const rateOn = (
  on: string,
  household: PsuHousehold,
  changed: Partial<Parameters<typeof hourlyRate>[2]> = {},
) => {
  const found = hourlyRate(tables, household, { day: day(on), ...terms, ...changed });
  return found.kind === "rate" ? found.cents : found.code;
};

test.each([
  // nursery.md § 1.2, recomputed from agds.fr: the floor of 2024 and the ceiling of 7,000 €.
  ["2024-10-01", 76_577, 1, 47],
  ["2024-10-01", 76_577, 2, 40],
  ["2024-10-01", 76_577, 3, 32],
  ["2024-10-01", 76_577, 4, 24],
  ["2024-10-01", 76_577, 8, 16],
  ["2024-10-01", 700_000, 1, 433],
  ["2024-10-01", 700_000, 2, 361],
  ["2024-10-01", 700_000, 3, 289],
  ["2024-10-01", 700_000, 4, 217],
  ["2024-10-01", 700_000, 8, 144],
  // The trap: 8,500 × 0.0310 % is 2.635 exactly.
  ["2025-09-01", 850_000, 4, 264],
  ["2025-09-01", 850_000, 7, 264],
  // Below the floor and above the ceiling.
  ["2024-10-01", 50_000, 1, 47],
  ["2024-08-31", 900_000, 1, 371],
  ["2024-09-01", 900_000, 1, 433],
  ["2025-09-01", 900_000, 1, 526],
  // What the page does not know is not guessed.
  ["2026-01-01", 300_000, 1, "noFloor"],
  ["2021-06-01", 300_000, 1, "noFloor"],
  ["2020-06-01", 300_000, 1, "noRates"],
  ["2025-09-01", 300_000, 0, "noRateForChildren"],
] as const)(
  "on %s, %i cents a month and %i children pay %s cents an hour",
  (on, resources, children, rate) => {
    expect(rateOn(on, of(resources, children))).toBe(rate);
  },
);

test("each child with the AEEH counts as one more, also one who does not come", () => {
  expect(rateOn("2025-10-01", of(300_000, 2, 1))).toBe(rateOn("2025-10-01", of(300_000, 3)));
  expect(rateOn("2025-10-01", of(300_000, 2, 2))).toBe(rateOn("2025-10-01", of(300_000, 4)));
});

test("a childminder's rates are others", () => {
  expect(rateOn("2025-10-01", of(300_000, 1), { care: "family" })).toBe(155);
  expect(rateOn("2025-10-01", of(300_000, 11), { care: "family" })).toBe("noRateForChildren");
});

test("the manager may go on above the ceiling", () => {
  const on = { day: day("2024-10-01"), care: "collective" } as const;
  const goingOn = { ...tables, ceilings: tables.ceilings.map((one) => ({ ...one, goesOn: true })) };
  expect(hourlyRate(goingOn, of(900_000, 1), on)).toMatchObject({ cents: 557 });
  // From the ceiling that says so on, and not before it.
  const later = {
    from: day("2024-11-01"),
    until: null,
    evidence: "A",
    euros: "7000.00",
    goesOn: true,
  } as const;
  const two = { ...tables, ceilings: [...tables.ceilings, later] };
  expect(hourlyRate(two, of(900_000, 1), on)).toMatchObject({ cents: 433 });
  expect(hourlyRate(two, of(900_000, 1), { ...on, day: later.from })).toMatchObject({ cents: 557 });
});

test.each([
  ["nil", 50],
  ["placed", 50],
  ["noProof", 50],
  ["notGiven", 433],
] as const)("unknown resources, %s: %i cents", (unknown, rate) => {
  const household = { resources: { unknown }, dependentChildren: 1, aeehChildren: 0 };
  expect(rateOn("2025-03-01", household)).toBe(rate);
});

test("the rate tells itself", () => {
  const found = hourlyRate(tables, of(900_000, 3, 1), { day: day("2025-09-01"), ...terms });
  if (found.kind === "hole") throw new Error(found.code);
  expect(found.facts.exactly).toBe("2.635");
  expect(explainRate(found).map(plain)).toEqual([
    "Ressources du foyer : 9 000,00 € par mois, soit 8 500,00 € (le plafond au lundi 1er septembre 2025).",
    "3 enfants à charge, et 1 de plus pour l’AEEH : taux d’effort 0,0310 %.",
    "8 500,00 € × 0,0310 % = 2,635 €, arrondi à 2,64 € de l’heure.",
  ]);
  const unsure = hourlyRate(tables, of(300_000, 1), { day: day("2025-03-01"), ...terms });
  expect(unsure.kind === "rate" && explainRate(unsure).at(-1)).toContain("à confirmer");
  const hole = hourlyRate(tables, of(300_000, 1), { day: day("2026-01-01"), ...terms });
  expect(hole.kind === "hole" && psuHoleSentence(hole)).toContain("jeudi 1er janvier 2026");
});

const contract = { first: day("2025-01-01"), last: day("2025-12-31") };
const shown = (found: ReturnType<typeof rateSegments>) =>
  found.map(
    ({ first, last, rate }) =>
      `${first.toString()} ${last.toString()} ${rate.kind === "rate" ? rate.cents : rate.code}`,
  );

test("a running contract follows the ceiling of 1 September 2025 on its day", () => {
  const known = [{ firstDay: day("2024-11-01"), household: of(900_000, 1) }];
  expect(shown(rateSegments(tables, contract, known, terms))).toEqual([
    "2025-01-01 2025-08-31 433",
    "2025-09-01 2025-12-31 526",
  ]);
});

test("a change of resources cuts the contract, and days of which nothing is known are told as such", () => {
  const known = [
    { firstDay: day("2025-05-01"), household: null },
    { firstDay: day("2025-03-15"), household: of(200_000, 2) },
    { firstDay: day("2025-02-01"), household: of(300_000, 1) },
  ];
  expect(shown(rateSegments(tables, contract, known, terms))).toEqual([
    "2025-01-01 2025-01-31 noResources",
    "2025-02-01 2025-03-14 186",
    "2025-03-15 2025-04-30 103",
    "2025-05-01 2025-12-31 noResources",
  ]);
});

const year = (count: number, rate: number) =>
  Array.from({ length: count }, (_, index) => ({ month: `2026-${index + 1}`, rate: cents(rate) }));

test("34 hours, 42 weeks, 12 months: 119 hours and 238 € a month", () => {
  const months = contractMonths({ minutesPerWeek: 34 * 60, weeks: 42 }, year(12, 200));
  expect(months.every(({ minutes, cents: amount }) => minutes === 119 * 60 && amount === 23_800)).toBe(true);
});

test("the last month takes the remainder", () => {
  const months = contractMonths({ minutesPerWeek: 25 * 60, weeks: 44 }, year(12, 264));
  expect(months.map(({ minutes }) => minutes / 60)).toEqual([...Array.from({ length: 11 }, () => 91), 99]);
});

test.each([
  [490, 1000, 30, "duration", 510],
  [490, 1000, 30, "clock", 540],
  [540, 541, 30, "duration", 30],
  [540, 570, 30, "clock", 30],
  [540, 541, 10, "clock", 10],
  [540, 601, 60, "duration", 120],
  [540, 556, 15, "duration", 30],
] as const)("from %i to %i by %i minutes of the %s: %i", (from, to, minutes, rule, counted) => {
  expect(countedMinutes({ from, to }, { minutes, of: rule })).toBe(counted);
});

test.each([
  [{ from: 540, to: 1020 }, { from: 530, to: 1025 }, 60],
  [{ from: 540, to: 1020 }, { from: 545, to: 1015 }, 0],
  [{ from: 540, to: 1020 }, { from: 540, to: 1051 }, 60],
  [null, { from: 540, to: 610 }, 90],
  // After the planned hours altogether: only the time that was there.
  [{ from: 540, to: 600 }, { from: 720, to: 780 }, 60],
])("planned %o, came %o: %i complementary minutes", (planned, real, minutes) => {
  expect(complementaryMinutes(planned, real, { minutes: 30, of: "duration" })).toBe(minutes);
});

const friday = day("2026-11-06");
const planned = ["2026-11-06", "2026-11-09", "2026-11-10"].map(day);
test.each([
  ["closure", false, 3, "111"],
  ["hospitalisation", true, 3, "111"],
  ["hospitalisation", false, 3, "000"],
  ["eviction", true, 3, "111"],
  ["sickness", true, 3, "011"],
  ["sickness", true, 1, "011"],
  ["sickness", true, 0, "111"],
  ["sickness", false, 0, "000"],
  ["other", true, 0, "000"],
] as const)("%s, certificate %s, %i waiting days: %s", (reason, certificate, waitingDays, deducted) => {
  const found = deductions({ reason, firstDay: friday, certificate }, planned, waitingDays);
  expect(found.map((one) => Number(one.deducted)).join("")).toBe(deducted);
});

test("three waiting days are calendar days: Tuesday to Thursday wait, Friday does not", () => {
  const week = ["2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06"].map(day);
  const absence = { reason: "sickness", firstDay: day("2026-11-03"), certificate: true } as const;
  const found = deductions(absence, week, 3);
  expect(found.map(({ because }) => because)).toEqual(["waiting", "waiting", "waiting", "afterWaiting"]);
  const last = found.at(-1);
  expect(last && deductionSentence(last)).toBe("vendredi 6 novembre 2026 : déduit, après la carence.");
});

test("a month, billed and carried out side by side, with its billing rate", () => {
  const month = monthHours(
    { minutes: 119 * 60, rate: cents(200), cents: cents(23_800) },
    { complementaryMinutes: 180, deductedMinutes: 480, carriedOutMinutes: 106 * 60 },
  );
  expect(month).toMatchObject({
    billedMinutes: 114 * 60,
    cents: 22_800,
    billingRate: 1075,
    grant: "decreasing",
  });
  expect(monthSentences(month).map(plain)).toEqual([
    "Heures facturées : 119 h de contrat, plus 3 h complémentaires, moins 8 h déduites, soit 114 h.",
    "Heures réalisées : 106 h.",
    "Taux de facturation de ce mois : 107,5 % (entre 107 % et 120 %, l’aide de la CAF à la structure baisse). Votre prix n’en dépend pas.",
  ]);
});

test("while days remain to note, the carried-out hours say so, and there is no rate", () => {
  const month = monthHours(
    { minutes: 119 * 60, rate: cents(200), cents: cents(23_800) },
    { complementaryMinutes: 0, deductedMinutes: 0, carriedOutMinutes: 30 * 60, unnotedDays: 9 },
  );
  expect(month).toMatchObject({ cents: 23_800, billingRate: null, grant: null });
  expect(monthSentences(month).map(plain)).toEqual([
    "Heures facturées : 119 h de contrat, plus 0 h complémentaires, moins 0 h déduites, soit 119 h.",
    "Heures réalisées, notées au moment du calcul : 30 h. 9 jours prévus n’étaient pas encore notés.",
  ]);
});

test.each([
  [107, "full"],
  [107.01, "decreasing"],
  [119.99, "decreasing"],
  [120, "lowest"],
] as const)("a billing rate of %d %% is %s", (percent, grant) => {
  const minutes = Math.round(percent * 100);
  const none = { complementaryMinutes: 0, deductedMinutes: 0, carriedOutMinutes: 10_000 };
  expect(monthHours({ minutes, rate: cents(100), cents: cents(0) }, none).grant).toBe(grant);
});

test("nobody came: there is no rate", () => {
  const none = { complementaryMinutes: 0, deductedMinutes: 0, carriedOutMinutes: 0 };
  expect(monthHours({ minutes: 60, rate: cents(100), cents: cents(100) }, none).billingRate).toBeNull();
});

test("the end of a contract gives back what was paid for hours that will not be", () => {
  const months = Array.from({ length: 6 }, (_, index) => ({
    plannedMinutes: (index === 5 ? 85 : 119) * 60,
    billedMinutes: 119 * 60,
    rate: cents(200),
  }));
  const found = regularisation(months);
  expect(found).toEqual({ plannedMinutes: 680 * 60, billedMinutes: 714 * 60, cents: -6_800 });
  expect(plain(regularisationSentence(found))).toBe(
    "680 h prévues jusqu’à la fin, 714 h dans les mensualités : 68,00 € vous sont rendus.",
  );
});

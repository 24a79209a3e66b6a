import { expect, test } from "vitest";

import { cents } from "#kernel";

import { newId } from "../../../test/builders/canteen.ts";
import { readTariff } from "../rules/tariff/tariff.ts";
import type { PenaltyRule } from "../rules/tariff/grammar.ts";
import { estimate, withPenalties, type Estimate } from "./estimate.ts";
import type { KnownTariff, KnownTariffs } from "./known-tariff.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const unit = { date: day("2026-11-09") };
const activityOn = (date: string) => ({
  activityId: newId<"activity">(),
  unitCode: "repas",
  date: day(date),
});

function known(price: Parameters<typeof readTariff>[0], more: Partial<KnownTariff> = {}): KnownTariff {
  return {
    tariff: readTariff(price, { penalties: [], absences: [] }),
    every: "slot",
    instalments: null,
    regularFrom: null,
    isCare: false,
    byWeekday: false,
    text: JSON.stringify(price),
    entry: { activities: ["a"], price: "1.00" },
    ...more,
  };
}

const tariffs = (): KnownTariffs => ({
  none: false,
  tariffOn: () => undefined,
  costOn: () => undefined,
  sharing: () => new Set(),
});

const BRACKETS = {
  price: {
    kind: "brackets" as const,
    brackets: [
      { below: 700, price: "2.60" },
      { from: 700, price: "3.90" },
    ],
  },
};

test("prices of the same facts are told once; a quotient that no longer holds is another fact", () => {
  const all = tariffs();
  const tariff = known({ ...BRACKETS, outdatedQf: "highest" });
  const qf = { value: "500", from: day("2026-01-01"), until: day("2026-12-31") };
  const on = (date: string) => estimate(all, activityOn(date), { date: day(date), qf }, tariff);
  expect(on("2026-12-31")).toBe(on("2026-12-30"));
  expect(on("2026-12-31")).toMatchObject({ kind: "estimate", cents: 260 });
  expect(on("2027-01-04")).toMatchObject({ kind: "estimate", cents: 390 });
});

test("the day of the week is a fact where the tariff asks it", () => {
  const weekdays = {
    price: {
      kind: "cases" as const,
      cases: [{ when: { weekdays: ["wednesday" as const] }, price: "9.00" }, { price: "5.00" }],
    },
  };
  const all = tariffs();
  const tariff = known(weekdays, { byWeekday: true });
  const on = (date: string) => estimate(all, activityOn(date), { date: day(date) }, tariff);
  expect(on("2026-11-11")).toMatchObject({ cents: 900 });
  expect(on("2026-11-12")).toMatchObject({ cents: 500 });
});

test("no tariff, no quotient: a hole, never 0", () => {
  expect(estimate(tariffs(), activityOn("2026-11-09"), { date: unit.date })).toEqual({
    kind: "hole",
    code: "noTariff",
  });
  expect(estimate(tariffs(), activityOn("2026-11-09"), { date: unit.date }, known(BRACKETS))).toMatchObject({
    kind: "hole",
    code: "noQf",
  });
});

test("a plan in instalments is told whole, and a regular who is counted later by what was said at the enrolment", () => {
  const regular = {
    price: {
      kind: "cases" as const,
      cases: [
        { when: { regular: true }, price: "3.00" },
        { when: { regular: false }, price: "4.00" },
      ],
    },
  };
  const told = estimate(
    tariffs(),
    activityOn("2026-11-09"),
    { date: unit.date, regular: false },
    known(regular, { instalments: 3, regularFrom: 8, every: "season" }),
  );
  expect(told).toMatchObject({ cents: 400, every: "season", instalments: [134, 133, 133] });
  expect(told.kind === "estimate" && told.why).toEqual(
    expect.arrayContaining([
      expect.stringContaining("Payé en 3 fois."),
      expect.stringContaining("après le mois"),
    ]),
  );
});

test("a penalty is told before to whom it may hit, not to who is in none of its situations", () => {
  const penalties: readonly PenaltyRule[] = [
    { on: "unbooked", when: { residence: "outside" }, plus: "3.00" },
    { on: "lateCancellation", when: { residence: "resident" }, plus: "1.00" },
  ];
  const told: Estimate = { kind: "estimate", cents: cents(310), every: "slot", why: [], tellsIncome: false };
  const of = (facts: object) => {
    const found = withPenalties(told, penalties, { date: Temporal.PlainDate.from("2026-11-12"), ...facts });
    return found.kind === "estimate" ? found.why.join(" ").replaceAll("\u00a0", " ") : "";
  };
  expect(of({ residence: "resident" })).not.toContain("venue sans réservation");
  expect(of({ residence: "resident" })).toContain("annulation hors délai");
  expect(of({ residence: "outside" })).toContain("venue sans réservation");
  // What nobody knows may hold.
  expect(of({})).toContain("venue sans réservation");
});

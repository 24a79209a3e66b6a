import fc from "fast-check";
import { expect, test } from "vitest";

import { cents } from "#kernel";

import { nationalPsu } from "../../psu/national-psu.ts";
import { contractMonths, priceOfMinutes } from "./contract-months.ts";
import { hourlyRate, type PsuHousehold } from "./hourly-rate.ts";
import { rateSegments } from "./rate-segments.ts";

const tables = nationalPsu();
const day = (text: string) => Temporal.PlainDate.from(text);
const terms = { care: "collective" } as const;
const year = (count: number, rate: number) =>
  Array.from({ length: count }, (_, index) => ({ month: `2026-${index + 1}`, rate: cents(rate) }));

const anyHousehold = fc.record({
  resources: fc.record({ cents: fc.integer({ min: 0, max: 2_000_000 }) }),
  dependentChildren: fc.integer({ min: 1, max: 10 }),
  aeehChildren: fc.integer({ min: 0, max: 3 }),
});
const anyDay = fc.integer({ min: 0, max: 1095 }).map((days) => day("2023-01-01").add({ days }));

test("never below the floor's rate, never above the ceiling's, and never more for one child more", () => {
  fc.assert(
    fc.property(anyHousehold, anyDay, (household, on) => {
      const rate = (changed: PsuHousehold) => {
        const found = hourlyRate(tables, changed, { day: on, ...terms });
        if (found.kind === "hole") throw new Error(found.code);
        return found.cents;
      };
      const own = rate(household);
      expect(own).toBeGreaterThanOrEqual(rate({ ...household, resources: { unknown: "nil" } }));
      expect(own).toBeLessThanOrEqual(rate({ ...household, resources: { unknown: "notGiven" } }));
      expect(rate({ ...household, dependentChildren: household.dependentChildren + 1 })).toBeLessThanOrEqual(
        own,
      );
    }),
  );
});

test("segments touch, cover the contract, and each day's rate is that of its own", () => {
  const anyKnown = fc.array(
    fc.record({ firstDay: anyDay, household: fc.option(anyHousehold, { nil: null }) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 400 }), anyKnown, (first, length, known) => {
      const last = first.add({ days: length });
      const found = rateSegments(tables, { first, last }, known, terms);
      expect(found[0]?.first.equals(first)).toBe(true);
      expect(found.at(-1)?.last.equals(last)).toBe(true);
      for (const [index, one] of found.slice(1).entries())
        expect(found[index]?.last.add({ days: 1 }).equals(one.first)).toBe(true);
      for (const { first: start, last: end, rate } of found)
        for (const on of [start, end]) {
          const [alone] = rateSegments(tables, { first: on, last: on }, known, terms);
          expect(alone?.rate.kind).toBe(rate.kind);
          if (alone?.rate.kind === "rate" && rate.kind === "rate") expect(alone.rate.cents).toBe(rate.cents);
        }
    }),
  );
});

test("the months of a contract add up to its hours and, at one rate, to its price, to the cent", () => {
  const anyContract = fc.record({
    minutesPerWeek: fc.integer({ min: 1, max: 200 }).map((slices) => slices * 15),
    weeks: fc.integer({ min: 1, max: 52 }),
  });
  fc.assert(
    fc.property(
      anyContract,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 700 }),
      (asked, count, rate) => {
        const months = contractMonths(asked, year(count, rate));
        const total = asked.minutesPerWeek * asked.weeks;
        expect(months.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(total);
        expect(months.reduce((sum, one) => sum + one.cents, 0)).toBe(priceOfMinutes(total, cents(rate)));
      },
    ),
  );
});

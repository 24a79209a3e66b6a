import fc from "fast-check";
import { expect, test } from "vitest";

import { anyCharge, anyEuros, anyPrice } from "../../../../test/any-price.ts";
import { checkForm } from "../../ruleset/check-form.ts";
import { readChargeCase } from "../../ruleset/charge-case.ts";
import { bracketFaults, type Bracket } from "../brackets.ts";
import type { ChargeFacts } from "./charge-facts.ts";
import { explainLine } from "./explain.ts";
import type { PriceForm, TariffTerms } from "./grammar.ts";
import { priceOf } from "./price-of.ts";
import { readTariff } from "./tariff.ts";

const NO_RULES = { penalties: [], absences: [] };

function facts(written: object): ChargeFacts {
  const read = readChargeCase({ activity: "a", unit: "u", ...written });
  if (!read.ok) throw new Error(read.at);
  return read.value.facts;
}

const withQf = (hundredths: number, more: object = {}) =>
  facts({
    date: "2026-11-06",
    qf: { value: (hundredths / 100).toFixed(2), from: "2026-01-01" },
    ...more,
  });

function centsOf(terms: TariffTerms, charge: ChargeFacts): number | string {
  const price = priceOf(charge, readTariff(terms, NO_RULES));
  return price.kind === "hole" ? price.code : price.total;
}

const anyQf = fc.integer({ min: 0, max: 400_000 });

test(
  "any whole tariff prices any charge: to the cent, in plain facts, in French",
  { timeout: 30_000 },
  () => {
    const terms = fc.record({
      price: anyPrice,
      missingQf: fc.constant("highest" as const),
      adjustments: fc.constantFrom(
        [],
        [{ name: "Hors territoire", when: { residence: "outside" as const }, plus: "2.00" }],
        [{ name: "Fratrie", when: { rank: { from: 2 } }, percent: "-12.5" }],
      ),
      supplements: fc.tuple(anyPrice).map(([price]) => [{ code: "gouter", name: "Goûter", price }]),
      rounding: fc.record({
        mode: fc.constantFrom("halfUp" as const, "up" as const, "down" as const),
        to: fc.constantFrom("0.01" as const, "0.05" as const, "0.10" as const),
        at: fc.constantFrom("line" as const, "unit" as const),
      }),
    });
    const events = fc.subarray([{ on: "unbooked" }, { on: "latePickUp", minutes: 20, time: 2 }]);
    const penalties = [
      { on: "unbooked", times: "1.5" },
      { on: "latePickUp", plus: "5.00", everyMinutes: 15, fromTime: 2 },
    ] as const;
    fc.assert(
      fc.property(
        terms,
        anyCharge,
        events,
        fc.integer({ min: 1, max: 9 }),
        (tariff, charge, on, quantity) => {
          expect(checkForm(tariff.price, [])).toEqual([]);
          const asked = facts({ ...charge, events: on, supplements: [{ code: "gouter", quantity }] });
          const price = priceOf(asked, readTariff(tariff, { penalties, absences: [] }));
          if (price.kind === "hole") throw new Error(price.code);
          expect(price.lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(price.total);
          expect(price.lines).toHaveLength(2 + on.length);
          const step = Number(tariff.rounding.to) * 100;
          for (const line of price.lines) {
            expect(line.cents).toBeGreaterThanOrEqual(0);
            expect(line.cents % Math.round(step)).toBe(0);
            expect(JSON.parse(JSON.stringify(line))).toEqual(line);
            expect(explainLine(line).join(" ")).not.toMatch(/undefined|null|NaN|object/);
          }
        },
      ),
      { numRuns: 500 },
    );
  },
);

test("brackets without a fault give one price, whatever their order; where prices climb, so does what is paid", () => {
  const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(bounds, fc.infiniteStream(fc.boolean()), anyQf, anyQf, (some, upper, one, other) => {
      const ends = some.toSorted((a, b) => a - b);
      const inUpper = ends.map(() => upper.next().value === true);
      const brackets = [...ends, 0].map((_, index): Bracket & { price: string } => {
        const [low, high] = [ends[index - 1], ends[index]];
        return {
          ...(low === undefined ? {} : inUpper[index - 1] === true ? { from: low } : { above: low }),
          ...(high === undefined ? {} : inUpper[index] === true ? { below: high } : { to: high }),
          price: `${index + 1}.00`,
        };
      });
      expect(bracketFaults(brackets)).toEqual([]);
      const price: PriceForm = { kind: "brackets", brackets };
      const paid = (qf: number) => Number(centsOf({ price }, withQf(qf)));
      // Told apart by hand, in hundredths: how many bounds lie below this quotient.
      const passed = ends.filter((end, index) =>
        inUpper[index] === true ? one >= end * 100 : one > end * 100,
      );
      expect(paid(one)).toBe((passed.length + 1) * 100);
      expect(centsOf({ price: { kind: "brackets", brackets: brackets.toReversed() } }, withQf(one))).toBe(
        paid(one),
      );
      expect(Math.sign(paid(one) - paid(other)) * Math.sign(one - other)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test("a share is the exact share, half up, never under its floor nor over its ceiling", () => {
  const rate = fc.integer({ min: 0, max: 100_000 });
  const limits = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 3000 }));
  fc.assert(
    fc.property(rate, limits, anyQf, anyQf, (parts, [floor, more], one, other) => {
      const [low, high] = [floor, floor + more];
      const price: PriceForm = {
        kind: "share",
        percent: (parts / 100_000).toFixed(5),
        floor: (low / 100).toFixed(2),
        ceiling: (high / 100).toFixed(2),
      };
      const paid = (qf: number) => Number(centsOf({ price }, withQf(qf)));
      // Hundredths of a quotient × 100,000ths of a percent: ten millions of them make a cent.
      const exactly = (BigInt(one) * BigInt(parts) * 2n + 10_000_000n) / 20_000_000n;
      expect(paid(one)).toBe(Math.min(high, Math.max(low, Number(exactly))));
      expect(Math.sign(paid(one) - paid(other)) * Math.sign(one - other)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test("cases that are accepted give one price, whatever their order", () => {
  const precise = { kind: "cases" as const };
  const cases = [
    { when: { audience: "adult" as const }, price: "5.00" },
    { when: { audience: "adult" as const, residence: "outside" as const }, price: "6.00" },
    { when: { audience: "child" as const, rank: { from: 3 } }, price: "1.00" },
    { when: { audience: "child" as const, rank: { from: 5 } }, price: "0.50" },
    { price: "3.00" },
  ];
  expect(checkForm({ ...precise, cases }, [])).toEqual([]);
  const shuffled = fc.shuffledSubarray(cases, { minLength: cases.length });
  fc.assert(
    fc.property(shuffled, anyCharge, (inOtherOrder, charge) => {
      const asked = facts(charge);
      const paid = centsOf({ price: { ...precise, cases: inOtherOrder } }, asked);
      const { audience, residence, rank = 1 } = asked;
      const byHand =
        audience === "adult" ? (residence === "outside" ? 600 : 500) : rank >= 5 ? 50 : rank >= 3 ? 100 : 300;
      expect(paid).toBe(byHand);
    }),
  );
});

test("instalments add up to the whole, and differ by a cent at most", () => {
  fc.assert(
    fc.property(anyEuros, fc.integer({ min: 2, max: 12 }), (price, instalments) => {
      const each = Array.from({ length: instalments }, (_, index) =>
        Number(centsOf({ price, instalments }, facts({ date: "2026-11-06", instalment: index + 1 }))),
      );
      expect(each.reduce((sum, one) => sum + one, 0)).toBe(Math.round(Number(price) * 100));
      expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
      expect(each).toEqual(each.toSorted((a, b) => b - a));
    }),
  );
});

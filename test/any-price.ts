import fc from "fast-check";

import type { PriceForm } from "#pricing";

/** Euros and cents. */
export const anyEuros = fc.integer({ min: 0, max: 9999 }).map((cents) => (cents / 100).toFixed(2));

/** Floor and ceiling, each or none. */
const anyLimits = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 2000 }), fc.boolean(), fc.boolean())
  .map(([floor, more, hasFloor, hasCeiling]) => ({
    ...(hasFloor ? { floor: (floor / 100).toFixed(2) } : {}),
    ...(hasCeiling ? { ceiling: ((floor + more) / 100).toFixed(2) } : {}),
  }));

const QUOTIENTS = { min: 1, max: 3000 };

/** A share of the quotient that has a highest price. */
const anyShare = fc
  .tuple(fc.integer({ min: 1, max: 30_000 }), anyLimits, fc.integer({ min: 1500, max: 3000 }))
  .map(([rate, limits, most]) => ({
    kind: "share" as const,
    percent: (rate / 10_000).toFixed(4),
    most,
    ...limits,
  }));

/** Brackets of the quotient that meet, each bound in one of the two. */
function bracketsOf(price: fc.Arbitrary<PriceForm>): fc.Arbitrary<PriceForm> {
  return fc
    .uniqueArray(fc.integer(QUOTIENTS), { maxLength: 4 })
    .chain((bounds) =>
      fc.tuple(
        fc.constant(bounds.toSorted((a, b) => a - b)),
        fc.array(fc.boolean(), { minLength: bounds.length, maxLength: bounds.length }),
        fc.array(price, { minLength: bounds.length + 1, maxLength: bounds.length + 1 }),
      ),
    )
    .map(([bounds, upper, prices]) => ({
      kind: "brackets" as const,
      brackets: prices.map((one, index) => {
        const [low, high] = [bounds[index - 1], bounds[index]];
        return {
          ...(low === undefined ? {} : upper[index - 1] === true ? { from: low } : { above: low }),
          ...(high === undefined ? {} : upper[index] === true ? { below: high } : { to: high }),
          price: one,
        };
      }),
    }));
}

/** Conditions that share all situations out among them; the last is sometimes « all the others ». */
const PARTITIONS: readonly (readonly Omit<
  Extract<PriceForm, { kind: "cases" }>["cases"][number],
  "price"
>[])[] = [
  [{ when: { residence: "resident" } }, { when: { residence: "outside" } }],
  [{ when: { audience: "adult" } }, {}],
  [{ when: { rank: { to: 1 } } }, { when: { rank: { from: 2, to: 3 } } }, { when: { rank: { from: 4 } } }],
  [{ when: { scheme: "caf", regular: true } }, { when: { scheme: "caf" } }, {}],
  [{ when: { ownMeal: true } }, { when: { ownMeal: false, category: "agent" } }, {}],
];

function casesOf(price: fc.Arbitrary<PriceForm>): fc.Arbitrary<PriceForm> {
  return fc
    .tuple(fc.constantFrom(...PARTITIONS), fc.array(price, { minLength: 3, maxLength: 3 }))
    .map(([partition, prices]) => ({
      kind: "cases" as const,
      cases: partition.map((one, index) => ({ ...one, price: prices[index] ?? "1.00" })),
    }));
}

function perOf(price: fc.Arbitrary<PriceForm>): fc.Arbitrary<PriceForm> {
  return fc
    .tuple(
      price,
      anyLimits,
      fc.constantFrom(15, 30, 60),
      fc.constantFrom("started" as const, "complete" as const),
    )
    .map(([one, limits, every, count]) => ({
      kind: "per" as const,
      of: "minutes" as const,
      every,
      count,
      price: one,
      ...limits,
    }));
}

const simple = fc.oneof(anyEuros, anyShare);
const nested = fc.oneof(simple, bracketsOf(simple), casesOf(simple), perOf(simple));

/** Any price that is whole: forms in forms, with no hole and no overlap, and a highest price. */
export const anyPrice: fc.Arbitrary<PriceForm> = fc.oneof(
  nested,
  bracketsOf(nested),
  casesOf(nested),
  perOf(nested),
);

/** All that such prices can hang on. */
export const anyCharge = fc
  .record({
    residence: fc.constantFrom("resident", "outside"),
    audience: fc.constantFrom("child", "adult"),
    scheme: fc.constantFrom("caf", "msa", "other"),
    regular: fc.boolean(),
    ownMeal: fc.boolean(),
    category: fc.constantFrom("agent", "autre"),
    rank: fc.integer({ min: 1, max: 6 }),
    minutes: fc.integer({ min: 0, max: 600 }),
    hundredths: fc.option(fc.integer({ min: 0, max: 350_000 })),
  })
  .map(({ hundredths, ...facts }) => ({
    date: "2026-11-06",
    ...facts,
    ...(hundredths === null ? {} : { qf: { value: (hundredths / 100).toFixed(2), from: "2026-01-01" } }),
  }));

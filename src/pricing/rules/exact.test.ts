import fc from "fast-check";
import { expect, test } from "vitest";

import { compare, decimalText, exact, over, partsOf, plus, times } from "./exact.ts";
import { roundCents } from "./tariff/rounding.ts";

test.each([
  ["0.0027", { n: 27n, d: 10_000n }],
  [699.99, { n: 69_999n, d: 100n }],
  ["-1.50", { n: -150n, d: 100n }],
])("%s is read exactly", (written, value) => expect(exact(written)).toEqual(value));

test.each(["", "1e-7", "1,5", "NaN", ".5"])("« %s » is no decimal", (written) =>
  expect(() => exact(written)).toThrow(RangeError),
);

test.each([
  ["3.190", "3.19"],
  ["-0.5", "-0.5"],
  ["12", "12"],
])("%s is told as %s", (written, text) => expect(decimalText(exact(written))).toBe(text));

test("a fraction without end is told as such", () =>
  expect(decimalText(over(exact("10"), 3n))).toBe("3.33333333…"));

test.each([
  ["3.1845", "halfUp", "0.01", 318],
  ["3.185", "halfUp", "0.01", 319],
  ["1.005", "halfUp", "0.01", 101],
  ["-0.005", "halfUp", "0.01", 0],
  ["3.181", "up", "0.01", 319],
  ["3.189", "down", "0.01", 318],
  ["3.125", "halfUp", "0.05", 315],
  ["3.12", "halfUp", "0.05", 310],
  ["3.15", "halfUp", "0.10", 320],
  ["3.11", "up", "0.10", 320],
] as const)("%s rounded %s to %s is %i cents", (value, mode, to, cents) =>
  expect(roundCents(exact(value), { mode, to, at: "line" })).toBe(cents),
);

test.each([
  [0, "up", 0n],
  [30, "up", 1n],
  [31, "up", 2n],
  [59, "down", 1n],
] as const)("%i minutes, %s: %i half-hours", (minutes, rounded, parts) =>
  expect(partsOf(exact(minutes), 30n, rounded)).toBe(parts),
);

const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
const decimal = fc.tuple(number, fc.integer({ min: 0, max: 6 })).map(([n, places]) => ({
  n: BigInt(n),
  d: 10n ** BigInt(places),
}));

test("sums and products are those of whole numbers", () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const sum = plus(a, b);
      expect(sum.n * a.d * b.d).toBe((a.n * b.d + b.n * a.d) * sum.d);
      expect(compare(times(a, b), times(b, a))).toBe(0);
      expect(compare(exact(decimalText(a)), a)).toBe(0);
      expect(Math.sign(compare(a, b))).toBe(Math.sign(Number(a.n * b.d - b.n * a.d)));
    }),
  );
});

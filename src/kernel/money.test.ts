import { expect, test } from "vitest";
import { cents, formatCents, typedEuros } from "./money.ts";

test.each([
  [320, "3,20\u00a0€"],
  [0, "0,00\u00a0€"],
  [-0, "0,00\u00a0€"],
  [5, "0,05\u00a0€"],
  [-960, "-9,60\u00a0€"],
  [123456789, "1\u202f234\u202f567,89\u00a0€"],
])("%i cents reads « %s »", (n, text) => expect(formatCents(cents(n))).toBe(text));

test.each([0.5, Number.NaN, Infinity, 2 ** 53])("%d is not whole cents", (n) =>
  expect(() => cents(n)).toThrow(RangeError),
);

test.each([
  [1234, "12,34"],
  [5, "0,05"],
  [-960, "-9,60"],
  [123456789, "1234567,89"],
])("%i cents is typed « %s »", (n, text) => expect(typedEuros(n)).toBe(text));

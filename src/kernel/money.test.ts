import { expect, test } from "vitest";
import { cents, formatCents, parseEuros, signedCents, typedEuros, formatDecimal } from "./money.ts";

test.each([
  [320, "3,20\u00a0€"],
  [0, "0,00\u00a0€"],
  [-0, "0,00\u00a0€"],
  [5, "0,05\u00a0€"],
  [-960, "\u22129,60\u00a0€"],
  [123456789, "1\u202f234\u202f567,89\u00a0€"],
])("%i cents reads « %s »", (n, text) => expect(formatCents(cents(n))).toBe(text));

test.each([
  [3240, "+\u00a032,40\u00a0€"],
  [-320, "\u2212\u00a03,20\u00a0€"],
  [0, "0,00\u00a0€"],
])("a difference of %i cents reads « %s »", (n, text) => expect(signedCents(cents(n))).toBe(text));

test.each([0.5, Number.NaN, Infinity, 2 ** 53])("%d is not whole cents", (n) =>
  expect(() => cents(n)).toThrow(RangeError),
);

test.each([
  [1234, "12,34"],
  [5, "0,05"],
  [-960, "-9,60"],
  [123456789, "1234567,89"],
])("%i cents is typed « %s »", (n, text) => expect(typedEuros(n)).toBe(text));

test.each([
  ["12,34", 1234],
  ["12.3", 1230],
  [" 12 ", 1200],
  ["0", 0],
  ["-1", undefined],
  ["1 250,00 €", 125_000],
  ["9\u202f999\u202f999,99\u00a0€", 999_999_999],
  ["62,40€", 6240],
  ["12345678", undefined],
  ["1 2", undefined],
  ["12 34", undefined],
  ["€", undefined],
  ["12,345", undefined],
  ["", undefined],
])("« %s » is %s cents", (text, amount) => expect(parseEuros(text)).toBe(amount));

test.each([
  [642, "642"],
  ["8500", "8\u202f500"],
  ["1234567.5", "1\u202f234\u202f567,5"],
  ["0.0619", "0,0619"],
  [-12, "\u221212"],
  ["abc", "abc"],
])("the number %s reads « %s »", (value, text) => expect(formatDecimal(value)).toBe(text));

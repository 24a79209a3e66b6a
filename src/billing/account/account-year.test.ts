import { expect, test } from "vitest";

import { cents } from "#kernel";

import { accountYear } from "./account-year.ts";
import type { AccountEntry } from "./read-accounts.ts";

/** A payment, or money given back, as it was written: its balance counts whatever was written before it. */
const entry = (day: string, amount: number): AccountEntry => ({
  kind: amount < 0 ? "payment" : "refund",
  day: Temporal.PlainDate.from(day),
  cents: cents(amount),
  balance: cents(0),
  invoice: null,
  payment: null,
  means: null,
  writeOff: null,
});

const entries = [
  entry("2026-11-30", 12_930),
  entry("2027-01-04", 3890),
  // Written after the lines of January, with the day of the bank's statement.
  entry("2026-12-31", -3000),
];

test("each year begins where the years before end, and ends on the sum of its own page", () => {
  const year = accountYear(entries, 2026);
  expect(year).toMatchObject({ before: null, end: 9930, followed: true });
  expect(year.entries.map(({ balance }) => balance)).toEqual([12_930, 9930]);
  const next = accountYear(entries, 2027);
  expect(next).toMatchObject({ before: 9930, end: 13_820, followed: false });
  expect(next.entries.map(({ balance }) => balance)).toEqual([13_820]);
});

test("a year without a line ends as it began", () => {
  expect(accountYear(entries, 2028)).toEqual({ before: 13_820, entries: [], end: 13_820, followed: false });
  expect(accountYear(entries, 2025)).toEqual({ before: null, entries: [], end: 0, followed: true });
});

import { expect, test } from "vitest";

import { cents } from "#kernel";

import { balanceAt, entryDays } from "./entry-days.ts";

const entry = (day: string, amount: number) => ({
  ...{ kind: "payment" as const, invoice: null, payment: null, means: null, writeOff: null },
  day: Temporal.PlainDate.from(day),
  cents: cents(amount),
  // In the order in which they were written: not what a day shows.
  balance: cents(0),
});

// A payment of Saturday is told on Monday, after an invoice of Sunday: each day has its own balance all the same.
test("entries by day, with the balance after each day; the last one is the sum", () => {
  const days = entryDays([
    entry("2026-11-05", 4000),
    entry("2026-11-15", 3000),
    entry("2026-11-14", -4000),
    entry("2026-11-15", -500),
  ]);
  expect(days.map(({ day, balance, entries }) => [day.toString(), balance, entries.length])).toEqual([
    ["2026-11-05", 4000, 1],
    ["2026-11-14", 0, 1],
    ["2026-11-15", 2500, 2],
  ]);
  const on = (day: string) => balanceAt(days, Temporal.PlainDate.from(day));
  expect([on("2026-11-04"), on("2026-11-13"), on("2026-11-14"), on("2027-01-01")]).toEqual([
    0, 4000, 0, 2500,
  ]);
});

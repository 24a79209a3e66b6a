import { expect, test } from "vitest";

import { cents } from "#kernel";

import { invoiceState } from "./invoice-state.ts";

const dueOn = Temporal.PlainDate.from("2026-12-12");
test.each([
  ["2026-12-12", 4000, 4000, false, "due"],
  ["2026-12-13", 4000, 4000, false, "overdue"],
  ["2026-12-12", 4000, 100, false, "partly"],
  ["2026-12-13", 4000, 100, false, "overdue"],
  ["2026-12-13", 4000, 0, false, "settled"],
  ["2026-12-13", 4000, 4000, true, "confirming"],
  ["2026-12-13", 4000, 0, true, "settled"],
  ["2026-12-12", -300, 0, false, "credit"],
])("on %s, %i cents of which %i are owed, paying: %s is %s", (day, total, open, paying, state) => {
  const of = { total: cents(total), open: cents(open), dueOn, paying };
  expect(invoiceState(of, Temporal.PlainDate.from(day))).toBe(state);
});

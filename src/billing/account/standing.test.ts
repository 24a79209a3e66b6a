import { expect, test } from "vitest";

import { cents, type Id } from "#kernel";

import { newId } from "../../../test/builders/canteen.ts";
import type { EntryKind, LedgerLine } from "../rules/allocation.ts";
import { openByInvoice } from "./standing.ts";

const day = Temporal.PlainDate.from("2026-11-12");
const [october, november] = [newId<"invoice">(), newId<"invoice">()];

function line(
  id: number,
  kind: EntryKind,
  amount: number,
  of: { invoice?: Id<"invoice">; reverses?: number } = {},
): LedgerLine {
  const { invoice = null, reverses = null } = of;
  const dueOn = invoice === null ? null : day.add({ days: id });
  return { id, kind, cents: cents(amount), day, invoiceId: invoice, dueOn, toward: [], reverses };
}

const invoices = [
  line(1, "invoice", 4000, { invoice: october }),
  line(2, "invoice", 3000, { invoice: november }),
];

test("80,00 € paid for 70,00 €, 10,00 € given back, then all bounces: 80,00 € can be paid, with the newest invoice", () => {
  const bounced = [
    ...invoices,
    line(3, "payment", -8000),
    line(4, "refund", 1000),
    line(5, "reversal", 8000, { reverses: 3 }),
  ];
  expect([...openByInvoice(bounced)]).toEqual([
    [october, 4000],
    [november, 4000],
  ]);
  expect([...openByInvoice([...bounced, line(6, "payment", -8000)])]).toEqual([]);
});

test("an account whose documents are settled asks for nothing", () => {
  expect([...openByInvoice([...invoices, line(3, "payment", -7000)])]).toEqual([]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cents, parseId, type Id } from "#kernel";

import { allocate, type LedgerLine } from "./allocation.ts";

const uuid = (n: number): Id<"invoice"> => {
  const id = parseId<"invoice">(`00000000-0000-4000-8000-${String(n).padStart(12, "0")}`);
  if (id === undefined) throw new Error("no id");
  return id;
};
const start = Temporal.PlainDate.from("2026-10-05");

function line(
  id: number,
  kind: LedgerLine["kind"],
  amount: number,
  more: Partial<LedgerLine> = {},
): LedgerLine {
  const document = kind === "invoice" || kind === "complement" || kind === "credit_note";
  return {
    id,
    kind,
    cents: cents(amount),
    day: start.add({ days: id }),
    invoiceId: document ? uuid(id) : null,
    dueOn: document ? start.add({ days: id + 30 }) : null,
    toward: [],
    reverses: null,
    ...more,
  };
}
const october = line(1, "invoice", 4000);
const november = line(2, "invoice", 3000);
const open = (lines: readonly LedgerLine[]) => Object.fromEntries(allocate(lines).open);
const credit = (lines: readonly LedgerLine[]) => Object.fromEntries(allocate(lines).credit);

describe("what a payment settles", () => {
  test("the oldest first, then the next", () => {
    expect(open([october, november, line(3, "payment", -5000)])).toEqual({ 2: 2000 });
  });
  test("the document chosen, then the oldest", () => {
    expect(open([october, november, line(3, "payment", -3500, { toward: [uuid(2)] })])).toEqual({ 1: 3500 });
  });
  test("a share of a document chosen, no more: a title pays care and no meals", () => {
    const shares = [cents(2500), cents(1000)];
    expect(
      open([october, november, line(3, "payment", -3500, { toward: [uuid(2), uuid(1)], shares })]),
    ).toEqual({ 1: 3000, 2: 500 });
  });
  test("what is left waits for the next document, and settles it as it is issued", () => {
    const paid = [october, line(3, "payment", -5000)];
    expect(credit(paid)).toEqual({ 3: 1000 });
    expect(open([...paid, line(4, "invoice", 3000)])).toEqual({ 4: 2000 });
    expect(allocate([...paid, line(4, "invoice", 3000)]).allocations).toEqual([
      { credit: 3, debit: 1, cents: 4000 },
      { credit: 3, debit: 4, cents: 1000 },
    ]);
  });
  test("a payment that bounces opens again what it had settled, and other credit settles that", () => {
    const bounced = [
      october,
      november,
      line(3, "payment", -7000),
      line(4, "reversal", 7000, { reverses: 3 }),
    ];
    expect(open(bounced)).toEqual({ 1: 4000, 2: 3000 });
    const helped = [
      october,
      line(3, "payment", -4000),
      line(4, "payment", -1500),
      line(5, "reversal", 4000, { reverses: 3 }),
    ];
    expect(open(helped)).toEqual({ 1: 2500 });
    expect(credit(helped)).toEqual({});
  });
  test("a refund takes from the credit; given back beyond it, it is owed", () => {
    const paid = [october, line(3, "payment", -5000)];
    expect(credit([...paid, line(4, "refund", 600)])).toEqual({ 3: 400 });
    expect(open([...paid, line(4, "refund", 1600)])).toEqual({ 4: 600 });
  });
  test("what was refunded of a payment that bounces is covered by the others: documents are owed, not the refund", () => {
    const twice = [
      october,
      november,
      line(3, "payment", -7000),
      line(4, "payment", -7000),
      line(5, "refund", 7000),
      line(6, "reversal", 7000, { reverses: 4 }),
    ];
    expect(open(twice)).toEqual({ 1: 4000, 2: 3000 });
    const part = [
      october,
      november,
      line(3, "payment", -7000),
      line(4, "payment", -1000),
      line(5, "refund", 1000),
      line(6, "reversal", 1000, { reverses: 4 }),
    ];
    expect(open(part)).toEqual({ 2: 1000 });
    // What comes next settles the document that came open.
    expect(open([...part, line(7, "payment", -1000)])).toEqual({});
  });
  test("a credit note and a write-off settle as a payment does", () => {
    expect(open([october, november, line(3, "credit_note", -4000)])).toEqual({ 2: 3000 });
    expect(open([october, november, line(3, "write_off", -4000, { toward: [uuid(2)] })])).toEqual({
      1: 3000,
    });
  });
});

const anyStep = fc.record({
  kind: fc.constantFrom("invoice", "credit_note", "payment", "refund", "write_off", "reversal", "transfer"),
  amount: fc.integer({ min: 1, max: 10_000 }),
  pick: fc.array(fc.nat(40), { maxLength: 3 }),
});

/** Accounts that can be written: a payment bounces once. */
const anyAccount = fc.array(anyStep, { maxLength: 40 }).map((steps) => {
  const lines: LedgerLine[] = [];
  for (const { kind, amount, pick } of steps) {
    const id = lines.length + 1;
    const toward = pick.map((n) => uuid(n));
    if (kind === "reversal") {
      const bounced = new Set(lines.map(({ reverses }) => reverses));
      const paid = lines.find((one) => one.kind === "payment" && !bounced.has(one.id));
      if (paid !== undefined) lines.push(line(id, kind, 0 - paid.cents, { reverses: paid.id }));
    } else if (kind === "invoice" || kind === "refund") lines.push(line(id, kind, amount));
    else lines.push(line(id, kind, 0 - amount, kind === "credit_note" ? {} : { toward }));
  }
  return lines;
});
const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0);

describe("whatever happens to an account", () => {
  test("what is open less what is left is the sum of the lines, and never both", () => {
    fc.assert(
      fc.property(anyAccount, (lines) => {
        const standing = allocate(lines);
        const [owed, left] = [sum(standing.open.values()), sum(standing.credit.values())];
        expect(owed - left).toBe(sum(lines.map((one) => one.cents)));
        expect(Math.min(owed, left)).toBe(0);
      }),
    );
  });
  test("no line settles more than it holds, and none is settled beyond what it owes", () => {
    fc.assert(
      fc.property(anyAccount, (lines) => {
        const { allocations, open: owed, credit: left } = allocate(lines);
        for (const { id, cents: amount, reverses } of lines) {
          const given = sum(allocations.filter((one) => one.credit === id).map((one) => one.cents));
          const taken = sum(allocations.filter((one) => one.debit === id).map((one) => one.cents));
          if (amount > 0 && reverses === null) expect(taken + (owed.get(id) ?? 0)).toBe(amount);
          if (amount < 0 && !lines.some((one) => one.reverses === id))
            expect(given + (left.get(id) ?? 0)).toBe(0 - amount);
        }
      }),
    );
  });
  test("a line more, unless it is a reversal, never changes what was allocated before", () => {
    fc.assert(
      fc.property(anyAccount, (lines) => {
        const last = lines.at(-1);
        if (last === undefined || last.reverses !== null) return;
        const before = allocate(lines.slice(0, -1)).allocations;
        expect(allocate(lines).allocations.slice(0, before.length)).toEqual(before);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cents, parseId, type Id } from "#kernel";

import { allocate } from "./allocation.ts";
import { carePaid, type CareLine, type CareParts } from "./care-paid.ts";

const uuid = (n: number): Id<"invoice"> => {
  const id = parseId<"invoice">(`00000000-0000-4000-8000-${String(n).padStart(12, "0")}`);
  if (id === undefined) throw new Error("no id");
  return id;
};

function line(id: number, kind: CareLine["kind"], amount: number, day: string, more: Partial<CareLine> = {}) {
  const document = kind === "invoice" || kind === "credit_note";
  const on = Temporal.PlainDate.from(day);
  const base = {
    id,
    kind,
    cents: cents(amount),
    day: on,
    toward: [],
    reverses: null,
    cesu: false,
    admits: null,
  };
  return { ...base, invoiceId: document ? uuid(id) : null, dueOn: document ? on : null, ...more };
}

/** December has 40,00 € of Lina's care and 10,00 € of meals; January 30,00 € of it and 30,00 € of Hugo's. */
const december = line(1, "invoice", 5000, "2026-12-05");
const january = line(2, "invoice", 6000, "2027-01-05");
const PARTS: CareParts = new Map([
  [uuid(1), [{ key: "lina", cents: 4000 }]],
  [
    uuid(2),
    [
      { key: "lina", cents: 3000 },
      { key: "hugo", cents: 3000 },
    ],
  ],
  [uuid(9), [{ key: "lina", cents: -1000 }]],
]);
const told = (...lines: readonly CareLine[]) =>
  Object.fromEntries(
    carePaid(lines, PARTS).map(({ year, key, cents: paid, cesu }) => [
      `${year} ${key}`,
      cesu === 0 ? paid : [paid, cesu],
    ]),
  );

describe("what the certificate counts", () => {
  test.each<[string, readonly CareLine[], Record<string, number | number[]>]>([
    ["nothing is paid", [december], {}],
    [
      "the whole: the meals are left out",
      [december, line(3, "payment", -5000, "2026-12-20")],
      { "2026 lina": 4000 },
    ],
    [
      "halves: in proportion, each in the year in which it was paid",
      [december, line(3, "payment", -2500, "2026-12-31"), line(4, "payment", -2500, "2027-01-02")],
      { "2026 lina": 2000, "2027 lina": 2000 },
    ],
    [
      "thirds: to the last cent",
      [december, ...[3, 4, 5].map((id) => line(id, "payment", id === 5 ? -1666 : -1667, "2026-12-20"))],
      { "2026 lina": 4000 },
    ],
    [
      "paid in December, written down in January: the day on which it was paid",
      [december, january, line(3, "payment", -5000, "2026-12-31")],
      { "2026 lina": 4000 },
    ],
    [
      "an advance of December, used by January's invoice",
      [line(1, "payment", -6000, "2026-12-30"), january],
      { "2026 lina": 3000, "2026 hugo": 3000 },
    ],
    [
      "a rejection lowers the year in which the money is given back",
      [
        december,
        line(3, "payment", -5000, "2026-12-20"),
        line(4, "reversal", 5000, "2027-02-05", { reverses: 3 }),
      ],
      { "2026 lina": 4000, "2027 lina": -4000 },
    ],
    [
      "… and paid again, it counts again",
      [
        december,
        line(3, "payment", -5000, "2026-12-20"),
        line(4, "reversal", 5000, "2027-02-05", { reverses: 3 }),
        line(5, "payment", -5000, "2027-02-10"),
      ],
      { "2026 lina": 4000 },
    ],
    [
      "a credit note that is given back",
      [
        december,
        line(3, "payment", -5000, "2026-12-20"),
        line(9, "credit_note", -1000, "2027-01-20"),
        line(10, "refund", 1000, "2027-02-01"),
      ],
      { "2026 lina": 4000, "2027 lina": -1000 },
    ],
    [
      "a credit note of care that settles care: nothing was paid twice",
      [
        december,
        line(3, "payment", -5000, "2026-12-20"),
        line(9, "credit_note", -1000, "2027-01-20"),
        { ...january, id: 10 },
        line(11, "payment", -5000, "2027-02-01"),
      ],
      { "2026 lina": 4000, "2027 lina": 2000, "2027 hugo": 3000 },
    ],
    [
      "a credit note of what was never paid",
      [december, line(9, "credit_note", -1000, "2027-01-20"), line(10, "payment", -4000, "2027-02-01")],
      { "2027 lina": 3000 },
    ],
    [
      "what is given up is not paid",
      [december, line(3, "write_off", -2500, "2026-12-20"), line(4, "payment", -2500, "2026-12-21")],
      { "2026 lina": 2000 },
    ],
    ["what the Treasury claims is not paid", [december, line(3, "transfer", -5000, "2026-12-20")], {}],
    [
      "a CESU pays the care first, and is told apart",
      [
        december,
        line(3, "payment", -3000, "2026-12-20", { cesu: true }),
        line(4, "payment", -2000, "2026-12-21"),
      ],
      { "2026 lina": [4000, 3000] },
    ],
    [
      "… and what was paid otherwise before it paid the meals",
      [
        december,
        line(3, "payment", -1000, "2026-12-20"),
        line(4, "payment", -4000, "2026-12-21", { cesu: true }),
      ],
      { "2026 lina": [4000, 4000] },
    ],
    [
      "a CESU pays the care that the desk admits for it, and no other child's",
      [january, line(3, "payment", -2000, "2027-01-20", { cesu: true, admits: { [uuid(2)]: ["lina"] } })],
      { "2027 lina": [2000, 2000] },
    ],
    [
      "… to the last cent of it, and what is paid otherwise pays the other child first",
      [
        january,
        line(3, "payment", -3500, "2027-01-20"),
        line(4, "payment", -2500, "2027-01-21", { cesu: true, admits: { [uuid(2)]: ["lina"] } }),
      ],
      { "2027 lina": [3000, 2500], "2027 hugo": 3000 },
    ],
    [
      "… and the meal in its price before another child's care",
      [december, line(3, "payment", -4500, "2026-12-20", { cesu: true, admits: { [uuid(1)]: ["lina"] } })],
      { "2026 lina": [4000, 4000] },
    ],
    ["an over-payment that settles nothing", [line(3, "payment", -900, "2026-12-20")], {}],
    [
      "an over-payment that is given back",
      [december, line(3, "payment", -6000, "2026-12-20"), line(4, "refund", 1000, "2027-01-20")],
      { "2026 lina": 4000 },
    ],
  ])("%s", (_what, lines, expected) => {
    expect(told(...lines)).toEqual(expected);
  });
});

// A document is care of two children and something else; whatever happens to the account, what is told is what came in.
const anyMove = fc.record({
  kind: fc.constantFrom("invoice", "payment", "payment", "credit_note", "refund", "reversal", "write_off"),
  amount: fc.integer({ min: 1, max: 6000 }),
  pick: fc.nat(20),
  shares: fc.tuple(fc.nat(100), fc.nat(100)),
  cesu: fc.boolean(),
});

/** The account that these moves make; what cannot be (a payment that bounces twice) is left out. */
function account(moves: readonly (typeof anyMove extends fc.Arbitrary<infer One> ? One : never)[]) {
  const lines: CareLine[] = [];
  const parts = new Map<Id<"invoice">, { key: string; cents: number }[]>();
  moves.forEach(({ kind, amount, pick, shares: [a, b], cesu }, index) => {
    const id = index + 1;
    const day = `${2026 + Math.floor(index / 8)}-06-15`;
    if (kind === "reversal") {
      const paid = lines.filter(
        (one) => one.kind === "payment" && !lines.some(({ reverses }) => reverses === one.id),
      );
      const one = paid[pick % Math.max(paid.length, 1)];
      if (one !== undefined) lines.push(line(id, kind, 0 - one.cents, day, { reverses: one.id }));
      return;
    }
    const favour = [...allocate(lines).credit.values()].reduce((sum, left) => sum + left, 0);
    const size = kind === "refund" ? Math.min(amount, favour) : amount;
    if (size === 0) return;
    const signed = kind === "invoice" || kind === "refund" ? size : 0 - size;
    const one = line(id, kind, signed, day, { cesu: cesu && kind === "payment" });
    lines.push(one);
    if (one.invoiceId === null) return;
    const first = Math.trunc((signed * a) / 200);
    parts.set(one.invoiceId, [
      { key: "lina", cents: first },
      { key: "hugo", cents: Math.trunc((signed * b) / 200) },
    ]);
  });
  return { lines, parts };
}

const sum = (amounts: Iterable<number>) => [...amounts].reduce((all, one) => all + one, 0);

test("care and the rest together are what was received, not given back and not waiting", () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 24 }), (moves) => {
      const { lines, parts } = account(moves);
      const standing = allocate(lines);
      // The rest of each document, named, so that nothing is left out of the sum.
      const all = new Map(
        [...parts].map(([id, own]) => {
          const total = lines.find(({ invoiceId }) => invoiceId === id)?.cents ?? 0;
          return [id, [...own, { key: "rest", cents: total - sum(own.map((part) => part.cents)) }]];
        }),
      );
      const counted = carePaid(lines, all);
      const ofKind = (kind: CareLine["kind"]) =>
        sum(lines.filter((one) => one.kind === kind).map((one) => one.cents));
      const kindOf = (id: number) => lines.find((one) => one.id === id)?.kind;
      const refunded = sum(
        standing.allocations
          .filter(({ credit, debit }) => kindOf(debit) === "refund" && kindOf(credit) !== "write_off")
          .map((made) => made.cents),
      );
      const waiting = sum(
        [...standing.credit].filter(([id]) => kindOf(id) === "payment").map(([, left]) => left),
      );
      expect(sum(counted.map((one) => one.cents))).toBe(
        0 - ofKind("payment") - ofKind("reversal") - refunded - waiting,
      );
      const cesu = sum(counted.map((one) => one.cesu));
      expect(cesu).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});

test("without anything given back no year is negative, and none is more than was paid in it", () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 24 }), (moves) => {
      const { lines, parts } = account(moves.filter(({ kind }) => kind === "invoice" || kind === "payment"));
      const counted = carePaid(lines, parts);
      for (const { year, cents: paid, cesu } of counted) {
        expect(paid).toBeGreaterThan(0);
        expect(cesu).toBeLessThanOrEqual(paid);
        const received = lines.filter(({ kind, day }) => kind === "payment" && day.year === year);
        expect(sum(counted.filter((one) => one.year === year).map((one) => one.cents))).toBeLessThanOrEqual(
          0 - sum(received.map((one) => one.cents)),
        );
      }
    }),
    { numRuns: 300 },
  );
});

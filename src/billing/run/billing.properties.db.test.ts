import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import { books } from "../../../test/billing/books.ts";
import { MadeUpOwed, type MadeUpFact } from "../../../test/billing/made-up-owed.ts";
import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { draftRun } from "./draft-run.ts";
import { issueRun } from "./issue-run.ts";
import { abandonRun } from "./settle-run.ts";
import { startRun } from "./start-run.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const visit = () => ({ ...visitTo(town), actor: agentWith(["billing.write"]) });
const now = Temporal.Instant.from("2026-11-12T08:00:00Z");

/** Each case has a month of its own, long ago. */
let cases = 0;
const nextMonth = () => Temporal.PlainYearMonth.from("1950-01").add({ months: cases++ });

async function draft(owed: MadeUpOwed, month: Temporal.PlainYearMonth, batch: number) {
  const started = await startRun(visit(), owed, { id: newId<"run">(), month });
  if (!started.ok) throw new Error(started.refusal.code);
  await draftRun(town.database, owed, { run: started.value, now, batch });
  return started.value;
}

async function bill(owed: MadeUpOwed, month: Temporal.PlainYearMonth, batch = 3) {
  const issued = await issueRun(visit(), owed, await draft(owed, month, batch));
  if (!issued.ok) throw new Error(issued.refusal.code);
  return issued.value.documents;
}

/** Sets of facts, one after the other: who owes what for which source. A source may change payer, price, or go. */
const month = fc.uniqueArray(
  fc.record({
    payer: fc.nat({ max: 6 }),
    source: fc.nat({ max: 12 }),
    cents: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.constant(0), fc.integer({ min: -500, max: -1 })),
  }),
  { selector: ({ source }) => source, maxLength: 13 },
);

async function setCarryOver(below: number | null) {
  await town.database.write((writes) =>
    writes.run("test_carry_over", "update billing_rule set carry_over_below_cents = $1", [below]),
  );
}

test.each([
  ["everything is invoiced at once", null],
  ["what is below 15 € waits", 1500],
])(
  "whatever the facts became, what is charged is what they owe, to the cent, once: %s",
  { timeout: 360_000 },
  async (_, below) => {
    await setCarryOver(below);
    await fc.assert(
      fc.asyncProperty(
        fc.array(month, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 8 }),
        async (phases, batch) => {
          const billed = nextMonth();
          const payers = Array.from({ length: 7 }, () => ({
            householdId: newId<"household">(),
            guardianId: newId<"guardian">(),
          }));
          const owed = new MadeUpOwed();
          for (const facts of phases) {
            owed.facts = facts.flatMap(({ payer, source, cents }): MadeUpFact[] => {
              const who = payers[payer];
              const day = billed.toPlainDate({ day: source + 1 }).toString();
              return who === undefined ? [] : [{ ...who, sourceKey: `booking:${source}`, day, cents }];
            });
            await bill(owed, billed, batch);
            const found = await books(town.database);
            const charged = found.charged.filter(({ month: of, cents }) => cents !== 0 && isOf(of, billed));
            expect(new Set(charged.map(({ month: _m, ...rest }) => JSON.stringify(ordered(rest))))).toEqual(
              new Set(
                owed.facts.flatMap(({ day: _d, ...rest }) =>
                  rest.cents === 0 ? [] : JSON.stringify(ordered(rest)),
                ),
              ),
            );
            expect(found).toMatchObject({ wrongTotals: [], holes: [], lost: [], bothSigns: [] });
            for (const { householdId } of payers) {
              const told = found.invoices
                .filter((one) => one.householdId === householdId)
                .reduce((sum, one) => sum + one.cents, 0);
              const waits = found.waiting.find((one) => one.householdId === householdId)?.cents ?? 0;
              const due = owed.facts
                .filter((fact) => fact.householdId === householdId)
                .reduce((sum, fact) => sum + (fact.cents ?? 0), 0);
              expect(told + waits).toBe(due);
              if (below === null) expect(waits).toBe(0);
            }
            // Running twice equals running once.
            const again = await draft(owed, billed, batch);
            expect(await chargesOf(again)).toBe(0);
            await abandonRun(visit(), again);
          }
        },
      ),
      { numRuns: 25 },
    );
    await setCarryOver(null);
  },
);

const isOf = (day: Temporal.PlainDate, of: Temporal.PlainYearMonth) => day.toPlainYearMonth().equals(of);
const ordered = (fact: Omit<MadeUpFact, "day">) => [
  fact.householdId,
  fact.guardianId,
  fact.sourceKey,
  fact.cents,
];

async function chargesOf(run: string): Promise<number> {
  const row = await town.database.read((reads) =>
    reads.row<{ count: number }>(
      "test_charges_of",
      "select count(*) as count from charge where run_id = $1",
      [run],
    ),
  );
  return row?.count ?? -1;
}

function months(count: number, payers: number) {
  const all = Array.from({ length: count }, nextMonth);
  const who = Array.from({ length: payers }, () => ({
    householdId: newId<"household">(),
    guardianId: newId<"guardian">(),
  }));
  const facts = all.flatMap((of) =>
    who.map((payer, index) => ({
      ...payer,
      sourceKey: `booking:${of.toString()}`,
      day: of.toPlainDate({ day: 2 }).toString(),
      cents: 100 + index,
    })),
  );
  return { all, owed: new MadeUpOwed(facts) };
}

test("sixteen agents issue at once: no number is skipped or given twice", { timeout: 180_000 }, async () => {
  // What waited in the test before is issued first.
  await bill(new MadeUpOwed(), nextMonth());
  const { all, owed } = months(8, 12);
  const runs = await Promise.all(all.map((of) => draft(owed, of, 5)));
  // Each of the eight runs is issued by two agents at the same moment.
  const answers = await Promise.all([...runs, ...runs].map((run) => issueRun(visit(), owed, run)));
  expect(answers.every((answer) => answer.ok && answer.value.documents === 12)).toBe(true);
  const found = await books(town.database);
  expect(found).toMatchObject({ wrongTotals: [], holes: [], lost: [], bothSigns: [] });
  const numbers = found.invoices.filter(({ series }) => series === "F").map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  for (const of of all) expect(found.invoices.filter(({ month: m }) => isOf(m, of))).toHaveLength(12);
});

test("sixteen programs draft one run at once: each payer is drafted once", { timeout: 180_000 }, async () => {
  const { all, owed } = months(1, 40);
  const [of] = all;
  if (of === undefined) throw new Error("no month");
  const started = await startRun(visit(), owed, { id: newId<"run">(), month: of });
  if (!started.ok) throw new Error(started.refusal.code);
  await Promise.all(
    Array.from({ length: 16 }, () => draftRun(town.database, owed, { run: started.value, now, batch: 3 })),
  );
  expect(await chargesOf(started.value)).toBe(40);
});

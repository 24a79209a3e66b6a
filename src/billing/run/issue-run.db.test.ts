import { afterAll, beforeAll, expect, test } from "vitest";

import type { Id } from "#kernel";
import type { SchemaDatabase, Writes } from "#platform";
import { testDatabase, type TestDatabase } from "#test";
import { books } from "../../../test/billing/books.ts";
import { MadeUpOwed, type MadeUpFact } from "../../../test/billing/made-up-owed.ts";
import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { draftRun } from "./draft-run.ts";
import { issueRun } from "./issue-run.ts";
import { odditiesOfKind, oddityCounts } from "./read-oddities.ts";
import { restartRun } from "./restart-run.ts";
import { abandonedRuns, lastRuns, readRun } from "./run.ts";
import { abandonRun, acceptUnpointed, leaveOut } from "./settle-run.ts";
import { startRun } from "./start-run.ts";

let town: TestDatabase;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes));
}, 60_000);
afterAll(() => town.close());

const visit = (database: SchemaDatabase = town.database) => ({
  ...visitTo(town),
  database,
  actor: agentWith(["billing.write"]),
});
const fact = (changes: Partial<MadeUpFact>): MadeUpFact => ({
  householdId: home.id,
  guardianId: home.guardians[0]?.id ?? newId<"guardian">(),
  sourceKey: "booking:1",
  day: "2026-10-05",
  cents: 400,
  ...changes,
});

async function draft(owed: MadeUpOwed, month = "2026-10") {
  const id = newId<"run">();
  const started = await startRun(visit(), owed, { id, month: Temporal.PlainYearMonth.from(month) });
  if (!started.ok) throw new Error(started.refusal.code);
  await draftRun(town.database, owed, { run: id, now: visit().now });
  return id;
}

const odditiesOf = (run: Id<"run">) =>
  town.database.read((reads) =>
    reads.rows<{ id: Id<"oddity">; kind: string; facts: object }>(
      "test_oddities",
      "select id, kind, facts from billing_oddity where run_id = $1 order by kind",
      [run],
    ),
  );

/** A database whose transactions break off after so many statements. */
function breakingAfter(statements: number): SchemaDatabase {
  let left = statements;
  const spend = () => {
    if (left-- <= 0) throw new Error("broken off");
  };
  const breaking = (writes: Writes): Writes => ({
    rows: async (...asked) => (spend(), writes.rows(...asked)),
    row: async (...asked) => (spend(), writes.row(...asked)),
    run: async (...asked) => (spend(), writes.run(...asked)),
  });
  return { ...town.database, write: (work) => town.database.write((writes) => work(breaking(writes))) };
}

test("an issue that breaks off after any of its statements has issued nothing; the next one issues all", async () => {
  const owed = new MadeUpOwed([fact({}), fact({ sourceKey: "booking:2", cents: 320 })]);
  const run = await draft(owed);
  let statements = 0;
  for (; ; statements++) {
    const issued = await issueRun(visit(breakingAfter(statements)), owed, run).catch(() => null);
    if (issued !== null) break;
    expect(await books(town.database)).toMatchObject({ charged: [], invoices: [], holes: [] });
  }
  expect(statements).toBeGreaterThan(12);
  expect((await books(town.database)).invoices).toMatchObject([{ kind: "invoice", number: 1, cents: 720 }]);
});

test("corrected facts make a credit note or a complement that names what it corrects; asked again, nothing", async () => {
  const owed = new MadeUpOwed([fact({ cents: 100 }), fact({ sourceKey: "booking:2", cents: 320 })]);
  const credit = await draft(owed);
  expect(await issueRun(visit(), owed, credit)).toEqual({ ok: true, value: { documents: 1 } });
  expect(await issueRun(visit(), owed, credit)).toEqual({ ok: true, value: { documents: 1 } });
  owed.facts = [fact({ cents: 100 }), fact({ sourceKey: "booking:3", cents: 500 })];
  const complement = await draft(owed);
  expect(await issueRun(visit(), owed, complement)).toMatchObject({ ok: true });
  const { invoices } = await books(town.database);
  expect(invoices).toMatchObject([
    { series: "A", number: 1, kind: "credit_note", cents: -300 },
    { series: "A", number: 2, kind: "credit_note", cents: -320 },
    { series: "F", number: 1, kind: "invoice", cents: 720 },
    { series: "F", number: 2, kind: "complement", cents: 500 },
  ]);
  const lines = await town.database.read((reads) =>
    reads.rows(
      "test_corrections",
      `select c.source_key as source, c.amount_cents as cents, c.owed_cents as owed, i.number, i.series,
              c.facts ? 'gone' as gone
       from charge c left join invoice i on i.id = c.corrects where c.run_id = $1 order by c.source_key`,
      [complement],
    ),
  );
  expect(lines).toEqual([
    { source: "booking:2", cents: -320, owed: 0, number: 1, series: "F", gone: true },
    { source: "booking:3", cents: 500, owed: 500, number: null, series: null, gone: false },
  ]);
});

// What the run charges, what it gives back of the month before, what costs nothing; under a threshold or not.
test.each([
  ["both apart", null, [4000, -320, 0], ["credit_note -320", "complement 4000"], 0],
  ["the payer's total waits", 1500, [1700, -320], [], 1380],
  [
    "enough to claim, and something given back",
    1500,
    [2000, -320],
    ["credit_note -320", "complement 2000"],
    0,
  ],
  ["given back, and too little to claim", 1500, [300, -2000, 0], ["credit_note -2000"], 300],
  ["nothing to pay", null, [-320, 0], ["credit_note -320"], 0],
] as const)("lines of both signs: %s", async (_what, below, amounts, documents, waiting) => {
  const own = await town.database.write(async (writes) => {
    await writes.run("test_signs_rule", "update billing_rule set carry_over_below_cents = $1", [below]);
    return buildHousehold(writes);
  });
  const mine = (source: string, cents: number, month: string) =>
    fact({
      householdId: own.id,
      guardianId: own.guardians[0]?.id ?? newId<"guardian">(),
      sourceKey: source,
      day: `${month}-05`,
      cents,
    });
  const owed = new MadeUpOwed(
    amounts.flatMap((cents, n) => (cents < 0 ? [mine(`s${n}`, 9000, "2025-10")] : [])),
  );
  const paid = await draft(owed, "2025-10");
  await issueRun(visit(), owed, paid);
  owed.facts = amounts.map((cents, n) => mine(`s${n}`, cents < 0 ? 9000 + cents : cents, "2025-10"));
  const run = await draft(owed, "2025-10");
  expect(await issueRun(visit(), owed, run)).toMatchObject({ ok: true });
  const issued = await town.database.read((reads) =>
    reads.rows<{ said: string }>(
      "test_signs",
      "select kind || ' ' || total_cents as said from invoice where run_id = $1 order by series",
      [run],
    ),
  );
  expect(issued.map(({ said }) => said)).toEqual(documents);
  const found = await books(town.database);
  expect([found.bothSigns, found.wrongTotals, found.lost, found.holes]).toEqual([[], [], [], []]);
  expect(
    found.waiting
      .filter(({ householdId }) => householdId === own.id)
      .reduce((sum, one) => sum + one.cents, 0),
  ).toBe(waiting);
  await town.database.write((writes) =>
    writes.run("test_signs_rule_back", "update billing_rule set carry_over_below_cents = null"),
  );
});

test("days that nobody pointed, and prices that nobody can tell, keep the month from being issued", async () => {
  // What waited in the tests before is issued first.
  await issueRun(visit(), new MadeUpOwed(), await draft(new MadeUpOwed(), "2025-11"));
  const owed = new MadeUpOwed([
    fact({ day: "2026-09-07", cents: null }),
    fact({ day: "2026-09-08", sourceKey: "b" }),
  ]);
  owed.days = [
    {
      activity: { id: newId<"activity">(), name: "Cantine" },
      day: Temporal.PlainDate.from("2026-09-08"),
      bookings: 12,
    },
  ];
  const run = await draft(owed, "2026-09");
  expect(await issueRun(visit(), owed, run)).toMatchObject({ refusal: { code: "unpriced", count: 1 } });
  const [odd] = (await odditiesOf(run)).filter(({ kind }) => kind === "unpriced");
  if (odd === undefined) throw new Error("no oddity");
  expect(odd.facts).toMatchObject({ hole: { code: "noTariff" } });
  const left = { oddities: [odd.id], reason: "Tarif voté lundi." };
  expect(await leaveOut(visit(), run, left)).toMatchObject({ ok: true });
  expect(await issueRun(visit(), owed, run)).toMatchObject({ refusal: { code: "unpointed" } });
  expect(await acceptUnpointed(visit(), run, "Le site était fermé.")).toMatchObject({ ok: true });
  expect(await issueRun(visit(), owed, run)).toMatchObject({ ok: true, value: { documents: 1 } });
  expect(await abandonRun(visit(), run)).toMatchObject({ refusal: { code: "over" } });
  // What was left out is billed by the next run; what was charged is not given back while its price is unknown.
  owed.facts = [
    fact({ day: "2026-09-07", cents: 400 }),
    fact({ day: "2026-09-08", sourceKey: "b", cents: null }),
  ];
  const next = await draft(owed, "2026-09");
  const kinds = (await odditiesOf(next)).map(({ kind }) => kind);
  expect(kinds).toContain("unpriced");
  const [again] = (await odditiesOf(next)).filter(({ kind }) => kind === "unpriced");
  await leaveOut(visit(), next, { oddities: [again?.id ?? odd.id], reason: "Tarif voté lundi." });
  await acceptUnpointed(visit(), next, "Le site était fermé.");
  expect(await issueRun(visit(), owed, next)).toMatchObject({ ok: true });
  const charged = (await books(town.database)).charged.filter(({ month }) => month.month === 9);
  expect(charged.map(({ sourceKey, cents }) => [sourceKey, cents])).toEqual([
    ["b", 400],
    ["booking:1", 400],
  ]);
});

test("the days of one cause are one line to read, and are left out together", async () => {
  const owed = new MadeUpOwed(
    ["2026-07-06", "2026-07-09", "2026-07-07"].map((day, index) =>
      fact({ day, sourceKey: `hole:${index}`, cents: null }),
    ),
  );
  const run = await draft(owed, "2026-07");
  const found = await town.database.read((reads) => odditiesOfKind(reads, run, "unpriced", 10));
  expect(found.map(({ days }) => days.map(String))).toEqual([["2026-07-06", "2026-07-07", "2026-07-09"]]);
  await leaveOut(visit(), run, { oddities: found.map(({ id }) => id), reason: "Tarif voté lundi." });
  const [count] = await town.database.read((reads) => oddityCounts(reads, run));
  expect(count).toEqual({ kind: "unpriced", count: 3, leftOut: 3 });
});

test("a month under way is not begun twice, nor one to come; what is given up leaves nothing", async () => {
  const owed = new MadeUpOwed([fact({ day: "2026-08-03" })]);
  const run = await draft(owed, "2026-08");
  const month = Temporal.PlainYearMonth.from("2026-08");
  expect(await startRun(visit(), owed, { id: newId<"run">(), month })).toMatchObject({
    refusal: { code: "under-way", run },
  });
  expect(await startRun(visit(), owed, { id: run, month })).toMatchObject({ ok: true });
  const future = Temporal.PlainYearMonth.from("2026-12");
  expect(await startRun(visit(), owed, { id: newId<"run">(), month: future })).toMatchObject({
    refusal: { code: "to-come" },
  });
  await acceptUnpointed(visit(), run, "Le site était fermé.");
  const again = { id: newId<"run">(), instead: run };
  await restartRun(visit(), owed, again);
  const begun = await town.database.read((reads) => readRun(reads, again.id));
  expect(begun).toMatchObject({ state: "drafting", unpointed: { reason: "Le site était fermé." } });
  await abandonRun(visit(), again.id);
  expect(await odditiesOf(run)).toEqual([]);
  const listed = await town.database.read(async (reads) => ({
    held: (await lastRuns(reads, 9)).map(({ id }) => id),
    abandoned: (await abandonedRuns(reads, 9)).map(({ id, endedBy }) => [id, endedBy]),
  }));
  expect(listed.held).not.toContain(run);
  expect(listed.abandoned).toEqual(
    expect.arrayContaining([
      [run, "Paul Martin"],
      [again.id, "Paul Martin"],
    ]),
  );
  expect(await issueRun(visit(), owed, run)).toMatchObject({ refusal: { code: "not-drafted" } });
});

test("oddities: no charge, not come, doubled, no address", async () => {
  const payer = { householdId: home.id, guardianId: home.guardians[0]?.id ?? newId<"guardian">() };
  const owed = new MadeUpOwed([fact({ day: "2026-11-03", cents: 2500, attended: false })]);
  owed.idle = [{ householdId: newId<"household">(), guardianId: newId<"guardian">(), bookings: 3 }];
  const kinds = (await odditiesOf(await draft(owed, "2026-11"))).map(({ kind, facts }) => [kind, facts]);
  expect(payer.householdId).toBe(home.id);
  expect(kinds).toMatchObject([
    ["jump", { before: 600, now: 2500 }],
    ["no_address", {}],
    ["no_charge", { bookings: 3 }],
    ["unattended", { count: 1, days: ["2026-11-03"] }],
  ]);
});

test("what was issued cannot be changed, by the program or by its owner", async () => {
  for (const statement of [
    "update charge set amount_cents = 0",
    "delete from charge",
    "update billing_run set state = 'draft' where state = 'issued'",
    "update invoice set total_cents = 1",
    "delete from invoice_line",
    "update ledger_entry set amount_cents = 0",
  ]) {
    const tried = town.database.write((writes) => writes.run(`test_${statement.slice(0, 18)}`, statement));
    await expect(tried).rejects.toThrow(/refused|permission denied/);
  }
});

import { afterAll, beforeAll, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { MadeUpOwed, type MadeUpFact } from "../../../test/billing/made-up-owed.ts";
import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { draftRun } from "./draft-run.ts";
import { issueRun } from "./issue-run.ts";
import { choicesNotKept } from "./left-out.ts";
import { odditiesOfKind } from "./read-oddities.ts";
import { redraftPayers } from "./redraft-payers.ts";
import { restartRun } from "./restart-run.ts";
import { lockRun, readRun } from "./run.ts";
import { leaveOut } from "./settle-run.ts";
import { startRun } from "./start-run.ts";

let town: TestDatabase;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes));
}, 60_000);
afterAll(() => town.close());

const visit = () => ({ ...visitTo(town), actor: agentWith(["billing.write"]) });
const fact = (changes: Partial<MadeUpFact>): MadeUpFact => ({
  householdId: home.id,
  guardianId: home.guardians[0]?.id ?? newId<"guardian">(),
  sourceKey: "contract",
  day: "2026-10-01",
  cents: null,
  ...changes,
});

const monthOf = (text: string) => Temporal.PlainYearMonth.from(text);

async function prepare(owed: MadeUpOwed, month: string): Promise<Id<"run">> {
  const started = await startRun(visit(), owed, { id: newId<"run">(), month: monthOf(month) });
  if (!started.ok) throw new Error(started.refusal.code);
  await draftRun(town.database, owed, { run: started.value, now: visit().now });
  return started.value;
}

async function prepareAgain(owed: MadeUpOwed, instead: Id<"run">): Promise<Id<"run">> {
  const started = await restartRun(visit(), owed, { id: newId<"run">(), instead });
  if (!started.ok) throw new Error(started.refusal.code);
  await draftRun(town.database, owed, { run: started.value, now: visit().now });
  return started.value;
}

const shown = (run: Id<"run">, kind: "unpriced" | "left_out") =>
  town.database.read((reads) => odditiesOfKind(reads, run, kind, 100));

async function setAside(run: Id<"run">, reason: string): Promise<void> {
  const found = await shown(run, "unpriced");
  expect(await leaveOut(visit(), run, { oddities: found.map(({ id }) => id), reason })).toEqual({
    ok: true,
    value: null,
  });
}

const notKept = (id: Id<"run">) =>
  town.database.read(async (reads) => {
    const run = await readRun(reads, id);
    if (run === undefined) throw new Error("no run");
    return choicesNotKept(reads, run);
  });

const refresh = async (owed: MadeUpOwed, id: Id<"run">) => {
  await town.database.write(async (writes) => {
    const run = await lockRun(writes, id);
    if (run === undefined) throw new Error("no run");
    await redraftPayers(writes, owed, run, owed.facts);
  });
};

test("what was left out of a month is told by the drafts of other months, until it is billed", async () => {
  const owed = new MadeUpOwed([
    fact({ sourceKey: "contract:1:2026-10" }),
    fact({ day: "2026-11-02", sourceKey: "meal", cents: 400 }),
  ]);
  const october = await prepare(owed, "2026-10");
  await setAside(october, "L’absence n’a pas de règle.");
  expect(await issueRun(visit(), owed, october)).toMatchObject({ ok: true });
  const november = await prepare(owed, "2026-11");
  expect(await shown(november, "left_out")).toMatchObject([
    {
      householdId: home.id,
      facts: { kind: "left_out", month: "2026-10", why: "L’absence n’a pas de règle." },
      days: [Temporal.PlainDate.from("2026-10-01")],
    },
  ]);
  // It is no obstacle: it is billed by its own month, prepared again. What an agent closes is told no more.
  expect(await issueRun(visit(), owed, november)).toMatchObject({ ok: true });
  const still = await prepare(owed, "2026-10");
  expect(await shown(still, "unpriced")).toHaveLength(1);
  owed.facts = owed.facts.map((one) => ({ ...one, cents: 38_000 }));
  const billed = await prepareAgain(owed, still);
  expect(await issueRun(visit(), owed, billed)).toMatchObject({ ok: true, value: { documents: 1 } });
  expect(await shown(await prepare(owed, "2026-11"), "left_out")).toEqual([]);
});

test("what was left out and is closed with a reason is told no more", async () => {
  const owed = new MadeUpOwed([
    fact({ day: "2026-03-02", sourceKey: "old" }),
    fact({ day: "2026-04-01", sourceKey: "april", cents: 400 }),
  ]);
  const march = await prepare(owed, "2026-03");
  await setAside(march, "Facturé avec l’ancien logiciel.");
  await issueRun(visit(), owed, march);
  const april = await prepare(owed, "2026-04");
  const [found] = await shown(april, "left_out");
  if (found === undefined) throw new Error("not told");
  await leaveOut(visit(), april, { oddities: [found.id], reason: "Facturé ailleurs." });
  expect(await shown(april, "left_out")).toMatchObject([{ leftOut: { why: "Facturé ailleurs." } }]);
  expect(await shown(await prepareAgain(owed, april), "left_out")).toEqual([]);
});

test("a draft that is made again keeps what was set aside, and says what it could not keep", async () => {
  const sources = ["same", "priced", "gone"].map((name) => fact({ day: "2026-09-01", sourceKey: name }));
  const owed = new MadeUpOwed(sources);
  const first = await prepare(owed, "2026-09");
  await setAside(first, "On attend la CAF.");
  owed.facts = [
    fact({ day: "2026-09-01", sourceKey: "same" }),
    fact({ day: "2026-09-01", sourceKey: "priced", cents: 500 }),
    fact({ day: "2026-09-01", sourceKey: "new" }),
  ];
  const again = await prepareAgain(owed, first);
  const kept = await shown(again, "unpriced");
  expect(kept.map(({ leftOut }) => leftOut)).toEqual([
    null,
    { by: visit().actor.name, why: "On attend la CAF." },
  ]);
  expect((await notKept(again)).map(({ now, why }) => [now, why])).toEqual([
    ["gone", "On attend la CAF."],
    ["priced", "On attend la CAF."],
  ]);
  // A second time, before the new draft is there: what the first one had is not lost.
  const started = await restartRun(visit(), owed, { id: newId<"run">(), instead: again });
  if (!started.ok) throw new Error(started.refusal.code);
  const third = await prepareAgain(owed, started.value);
  expect((await shown(third, "unpriced")).map(({ leftOut }) => leftOut?.why ?? null)).toEqual([
    null,
    "On attend la CAF.",
  ]);
});

test("what a payer has that is odd is found again with his charges", async () => {
  const owed = new MadeUpOwed([
    fact({ day: "2026-08-03", sourceKey: "meal", cents: 400, attended: false }),
    fact({ day: "2026-08-04", sourceKey: "aside" }),
  ]);
  const run = await prepare(owed, "2026-08");
  await setAside(run, "On attend la CAF.");
  const kinds = () =>
    town.database.read((reads) =>
      reads.rows<{ kind: string; why: string | null }>(
        "test_kinds",
        "select kind, left_out_why as why from billing_oddity where run_id = $1 and kind <> 'no_address' order by kind, source_key",
        [run],
      ),
    );
  const aside = { kind: "unpriced", why: "On attend la CAF." };
  expect(await kinds()).toEqual([{ kind: "unattended", why: null }, aside]);
  owed.facts = [
    fact({ day: "2026-08-03", sourceKey: "meal", cents: 400, attended: true }),
    fact({ day: "2026-08-04", sourceKey: "aside" }),
    fact({ day: "2026-08-05", sourceKey: "new" }),
  ];
  await refresh(owed, run);
  expect(await kinds()).toEqual([aside, { kind: "unpriced", why: null }]);
});

test("a draft is replaced in one transaction: where the new one cannot begin, the old one is still there", async () => {
  const owed = new MadeUpOwed([fact({ day: "2026-07-01", sourceKey: "meal", cents: 400 })]);
  const run = await prepare(owed, "2026-07");
  const killed = new MadeUpOwed(owed.facts);
  killed.countPayers = () => Promise.reject(new Error("killed"));
  await expect(restartRun(visit(), killed, { id: newId<"run">(), instead: run })).rejects.toThrow("killed");
  expect((await town.database.read((reads) => readRun(reads, run)))?.state).toBe("draft");
  // Sent twice, it begins once; a third form, from a page that was left open, finds the one under way.
  const id = newId<"run">();
  const again = () => restartRun(visit(), owed, { id, instead: run });
  expect([await again(), await again()]).toEqual([
    { ok: true, value: id },
    { ok: true, value: id },
  ]);
  expect(await restartRun(visit(), owed, { id: newId<"run">(), instead: run })).toMatchObject({
    refusal: { code: "under-way", run: id },
  });
  // The form of an older draft, sent for this one: its id has been used, so nothing can be begun in its place.
  expect(await restartRun(visit(), owed, { id: run, instead: id })).toMatchObject({
    refusal: { code: "id-taken" },
  });
  expect((await town.database.read((reads) => readRun(reads, id)))?.state).toBe("drafting");
});

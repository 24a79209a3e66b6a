import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { projectRoot } from "#platform";
import { testDatabase, type TestDatabase } from "#test";
import { books } from "../../../test/billing/books.ts";
import { MadeUpOwed, type MadeUpFact } from "../../../test/billing/made-up-owed.ts";
import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { wholeWalk } from "../../../test/whole-walk.ts";
import { startRun } from "./start-run.ts";

const PROGRAM = join("dist", "tools", "billing-draft.js");
const MONTH = Temporal.PlainYearMonth.from("2026-10");
const PAYERS = 120;
const EACH = 20;
/** After so many payers: in the draft, at its end, and a little later, in the issue. */
const KILLS: readonly { payers: number; laterMs: number }[] = wholeWalk
  ? Array.from({ length: 12 }, (_, n) => ({
      payers: Math.min(PAYERS, (n + 1) * 14),
      laterMs: n > 7 ? (n - 7) * 6 : 0,
    }))
  : [
      { payers: 42, laterMs: 0 },
      { payers: PAYERS, laterMs: 8 },
      { payers: PAYERS, laterMs: 20 },
    ];

let town: TestDatabase;
let folder: string;
beforeAll(async () => {
  const bundle = ["bin/bundle.mjs", "test/billing/draft-program.ts", PROGRAM];
  execFileSync(process.execPath, bundle, { cwd: projectRoot });
  folder = mkdtempSync(join(tmpdir(), "preau-billing-"));
  town = await testDatabase();
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await town.close();
});

const facts: readonly MadeUpFact[] = Array.from({ length: PAYERS }, () => ({
  householdId: newId<"household">(),
  guardianId: newId<"guardian">(),
})).flatMap((payer, index) =>
  Array.from({ length: EACH }, (_, n) => ({
    ...payer,
    sourceKey: `booking:${n}`,
    day: MONTH.toPlainDate({ day: n + 1 }).toString(),
    cents: 100 + index,
  })),
);

/** Runs the program and kills it once so many payers are done, or a little later; says how it ended. */
async function runAndKill(run: string, at: { payers: number; laterMs: number } | null): Promise<void> {
  const file = join(folder, "facts.json");
  writeFileSync(file, JSON.stringify(facts));
  const { url, database, authority } = town;
  const child = spawn(
    process.execPath,
    [PROGRAM, url, "preau_program", database.schema, run, file, "issue"],
    {
      cwd: projectRoot,
      env: { ...process.env, AUTHORITY: authority.id },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  if (at !== null) {
    while (child.exitCode === null && ((await done(run))?.done ?? 0) < at.payers) await wait(2);
    await wait(at.laterMs);
    child.kill("SIGKILL");
  }
  await ended;
}

const done = (run: string) =>
  town.database.read((reads) =>
    reads.row<{ state: string; done: number }>(
      "test_run_state",
      `select state, payers_done as done from billing_run where id = $1`,
      [run],
    ),
  );

test(
  "killed again and again while it drafts and while it issues, a run loses and doubles nothing",
  { timeout: 180_000 },
  async () => {
    const visit = { ...visitTo(town), actor: agentWith(["billing.write"]) };
    const started = await startRun(visit, new MadeUpOwed(facts), { id: newId<"run">(), month: MONTH });
    if (!started.ok) throw new Error(started.refusal.code);
    const run = started.value;
    const seen: (number | undefined)[] = [];
    for (const kill of KILLS) {
      await runAndKill(run, kill);
      seen.push((await done(run))?.done);
    }
    // It was killed in the middle, and went on from there.
    expect(seen.some((count) => count !== undefined && count > 0 && count < PAYERS)).toBe(true);
    expect(seen).toEqual(seen.toSorted((a = 0, b = 0) => a - b));
    await runAndKill(run, null);
    // Once more: there is nothing left to do.
    await runAndKill(run, null);
    expect(await done(run)).toEqual({ state: "issued", done: PAYERS });
    const found = await books(town.database);
    expect(found).toMatchObject({ wrongTotals: [], holes: [], lost: [], waiting: [] });
    expect(found.invoices).toHaveLength(PAYERS);
    expect(found.charged).toHaveLength(PAYERS * EACH);
    expect(found.charged.reduce((sum, { cents }) => sum + cents, 0)).toBe(
      facts.reduce((sum, { cents }) => sum + (cents ?? 0), 0),
    );
  },
);

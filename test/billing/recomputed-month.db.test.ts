import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { OwedCharges } from "#billing";
import { priceOf, readChargeCase, tariffInFile } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";
import { checkText } from "../../src/app/ruleset/check-text.ts";
import { agentWith } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import { visitTo } from "../builders/visit.tsx";
import { exampleText } from "../rulesets/example-files.ts";
import { draftRun } from "../../src/billing/run/draft-run.ts";
import { issueRun } from "../../src/billing/run/issue-run.ts";
import { startRun } from "../../src/billing/run/start-run.ts";
import { owedOfPrice } from "../../src/billing/owed/owed-of-price.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const { ruleSet } = checkText(exampleText("ponthieu-marquenterre"));

/** Prices a case, written in JSON as a charge keeps it, by the file. */
function priced(written: Readonly<Record<string, unknown>>) {
  const read = readChargeCase(written);
  if (ruleSet === undefined || !read.ok || "fee" in read.value) throw new Error("no such case");
  const tariff = tariffInFile(ruleSet, { ...read.value, date: read.value.facts.date });
  return "code" in tariff ? tariff : priceOf(read.value.facts, tariff);
}

const day = fc.integer({ min: 2, max: 27 }).map((number) => `2026-11-${String(number).padStart(2, "0")}`);
const evening = fc.record({
  activity: fc.constant("periscolaire-rue"),
  unit: fc.constant("soir"),
  date: day,
  minutes: fc.integer({ min: 1, max: 150 }),
  residence: fc.constantFrom("resident", "outside"),
  qf: fc.record({
    value: fc.integer({ min: 0, max: 200_000 }).map((hundredths) => (hundredths / 100).toFixed(2)),
    from: fc.constant("2026-01-01"),
  }),
  supplements: fc.constantFrom([], [{ code: "gouter", quantity: 1 }]),
  events: fc.constantFrom([], [{ on: "latePickUp", minutes: 20, time: 5 }]),
});
const meal = fc.record({
  activity: fc.constant("cantine-rue"),
  unit: fc.constant("repas"),
  date: day,
  residence: fc.constantFrom("resident", "outside"),
  absence: fc.constantFrom(
    { reason: "illness", since: "2026-11-02T12:00", proofAt: "2026-11-03T12:00" },
    { reason: "authority", since: "2026-11-02T12:00" },
  ),
});

test("pricing what an issued month kept gives its amounts again, to the cent", async () => {
  const written = fc.sample(fc.oneof(evening, meal), { numRuns: 400, seed: 20_261_130 });
  const payers = Array.from({ length: 9 }, () => ({
    householdId: newId<"household">(),
    guardianId: newId<"guardian">(),
  })).toSorted((a, b) => (a.householdId < b.householdId ? -1 : 1));
  const all = written.map((one, index) => {
    const payer = payers[index % payers.length];
    if (payer === undefined) throw new Error("no payer");
    const named = { participant: null, activity: null, unit: { id: newId<"unit">(), name: "Soir" } };
    const owed = { payer, sourceKey: `booking:${index}`, day: Temporal.PlainDate.from(one.date), ...named };
    return owedOfPrice({ ...owed, priced: one, attended: true, kind: "unit" }, priced(one));
  });
  const month: OwedCharges = {
    countPayers: async () => payers.length,
    payersAfter: async (_reads, _month, after, count) =>
      payers
        .filter(({ householdId }) => after === null || householdId > after.householdId)
        .slice(0, count)
        .map((payer) => ({ ...payer, bookings: 1 })),
    owedBy: async (_reads, _month, asked) => ({
      charges: all.flatMap(({ charges }) => charges).filter(({ payer }) => isOf(payer, asked)),
      unpriced: all.flatMap(({ unpriced }) => unpriced).filter(({ payer }) => isOf(payer, asked)),
    }),
    unpointed: async () => [],
  };
  const visit = { ...visitTo(town), actor: agentWith(["billing.write"]) };
  const run = newId<"run">();
  await startRun(visit, month, { id: run, month: Temporal.PlainYearMonth.from("2026-11") });
  await draftRun(town.database, month, { run, now: visit.now, batch: 4 });
  expect(await issueRun(visit, month, run)).toMatchObject({ ok: true });

  const stored = await town.database.read((reads) =>
    reads.rows<{ key: string; cents: number; priced: Record<string, unknown>; why: unknown }>(
      "test_stored_facts",
      `select source_key as key, amount_cents as cents, facts -> 'priced' as priced, facts -> 'why' as why
       from charge where run_id = $1 order by source_key`,
      [run],
    ),
  );
  expect(stored.length).toBeGreaterThan(450);
  expect(new Set(stored.map(({ cents }) => cents)).size).toBeGreaterThan(15);
  for (const { key, cents, priced: kept, why } of stored) {
    const [source = ""] = key.split("/");
    const owed = {
      payer: payers[0] ?? { householdId: newId<"household">(), guardianId: newId<"guardian">() },
      sourceKey: source,
      participant: null,
      activity: null,
      unit: null,
      day: Temporal.PlainDate.from("2026-11-02"),
    };
    const again = owedOfPrice({ ...owed, priced: kept, attended: true, kind: "unit" }, priced(kept));
    const line = again.charges.find(({ sourceKey }) => sourceKey === key);
    expect([key, line?.cents]).toEqual([key, cents]);
    expect(line?.facts.why).toEqual(why);
  }
});

function isOf(
  payer: { householdId: string; guardianId: string },
  asked: readonly { householdId: string; guardianId: string }[],
): boolean {
  return asked.some((one) => one.householdId === payer.householdId && one.guardianId === payer.guardianId);
}

import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed, type OwedCharges } from "#billing";
import { cents } from "#kernel";
import { explainLine } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { householdPenalties } from "../../src/billing/penalties/household-penalties.ts";
import { penaltiesPage } from "../../src/billing/pages/agent/penalties/penalties-page.tsx";
import { penaltyName, waivePenalties } from "../../src/billing/penalties/waive-penalties.ts";
import { draftRun } from "../../src/billing/run/draft-run.ts";
import { issueRun } from "../../src/billing/run/issue-run.ts";
import { startRun } from "../../src/billing/run/start-run.ts";
import { agentWith } from "../builders/actors.ts";
import { buildCanteen, newId } from "../builders/canteen.ts";
import { buildHousehold } from "../builders/household.ts";
import { htmlOf, visitTo } from "../builders/visit.tsx";
import { attend, priceActivity } from "./family-month.ts";

const NOVEMBER = Temporal.PlainYearMonth.from("2026-11");
const OWED: OwedCharges = { ...monthOwed, unpointed: () => Promise.resolve([]) };

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const visit = () => ({
  ...visitTo(town),
  now: Temporal.Instant.from("2026-12-03T09:00:00Z"),
  actor: agentWith(["billing.write", "billing.read", "penalties.waive"]),
});

/** Bills November; gives the run back, as a draft or issued. */
async function bill(issue: boolean) {
  const id = newId<"run">();
  const started = await startRun(visit(), OWED, { id, month: NOVEMBER });
  expect(started.ok).toBe(true);
  await draftRun(town.database, OWED, { run: id, now: visit().now });
  if (issue) expect(await issueRun(visit(), OWED, id)).toMatchObject({ ok: true });
  return id;
}

const totals = () =>
  town.database.read((reads) =>
    reads.rows<{ kind: string; cents: number }>(
      "test_documents",
      `select kind, total_cents as cents from invoice order by kind desc, number`,
    ),
  );

test("a penalty is let off until the month is issued, on the draft at once; afterwards by a credit note, and once", async () => {
  const home = await town.database.write(async (writes) => {
    const canteen = await buildCanteen(writes, { dates: ["2026-11-19", "2026-11-20"] });
    const made = await buildHousehold(writes, { children: ["Lina"], enrolledIn: [canteen] });
    await priceActivity(writes, canteen.activityId, {
      prices: [{ price: "3.10" }],
      penalties: [{ on: "unbooked", plus: "2.00" }],
    });
    await attend(
      writes,
      canteen.slots.map(({ id }) => ({
        home: made,
        child: 0,
        slot: id,
        booked: false,
        noted: { state: "present" as const },
      })),
    );
    return made;
  });
  const penalties = () => town.database.read((reads) => householdPenalties(reads, NOVEMBER, home.id));
  const waive = async (index: number, reason: string) => {
    const penalty = (await penalties())[index];
    return waivePenalties(visit(), OWED, {
      household: home.id,
      month: NOVEMBER,
      chosen: penalty === undefined ? [] : [penaltyName(penalty)],
      reason,
    });
  };
  expect((await penalties()).map(({ event, charge }) => [event, charge.cents])).toEqual([
    ["unbooked", 200],
    ["unbooked", 200],
  ]);

  const run = await bill(false);
  expect(await waive(0, "L’école avait oublié de transmettre")).toEqual({ ok: true, value: null });
  expect(await waive(0, "Une autre raison")).toEqual({ ok: true, value: null });
  const [first] = await penalties();
  expect(first).toMatchObject({ waived: "L’école avait oublié de transmettre", charge: { cents: 0 } });
  const told = explainLine({
    ...{ what: "penalty", name: null },
    cents: first?.charge.cents ?? cents(0),
    facts: first?.charge.facts.why ?? [],
  });
  expect(told.at(-1)).toMatch(/2,00\s€ n’est pas demandée : L’école avait oublié de transmettre\.$/);
  expect(await issueRun(visit(), OWED, run)).toMatchObject({ ok: true });
  expect(await totals()).toEqual([{ kind: "invoice", cents: 820 }]);

  expect((await penalties())[1]).toMatchObject({ charged: 200 });
  expect(await waive(1, "Malade, la mère a appelé")).toEqual({ ok: true, value: null });
  // The agent is told that the family waits for a credit note.
  const shown = penaltiesPage({
    ...{ household: home.id, month: NOVEMBER, penalties: await penalties() },
    ...{ mayWaive: true, done: true, reason: "", corrections: [] },
  });
  expect(htmlOf({ kind: "page", page: shown })).toMatch(/l’avoir part quand novembre\s2026 est préparé/);
  await bill(true);
  expect((await totals()).map(({ kind, cents }) => [kind, cents])).toEqual([
    ["invoice", 820],
    ["credit_note", -200],
  ]);
  // What is owed no longer is not let off.
  expect(
    await waivePenalties(visit(), OWED, {
      ...{ household: home.id, month: NOVEMBER, reason: "Rien" },
      chosen: ["booking:x unbooked"],
    }),
  ).toEqual({ ok: false, refusal: { code: "unknown" } });
});

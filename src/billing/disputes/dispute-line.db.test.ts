import { afterAll, beforeAll, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { MadeUpOwed, type MadeUpFact } from "../../../test/billing/made-up-owed.ts";
import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { draftRun } from "../run/draft-run.ts";
import { issueRun } from "../run/issue-run.ts";
import { startRun } from "../run/start-run.ts";
import { disputeLine } from "./dispute-line.ts";

let town: TestDatabase;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes));
}, 60_000);
afterAll(() => town.close());

const meal = (changes: Partial<MadeUpFact>): MadeUpFact => ({
  householdId: home.id,
  guardianId: home.guardians[0]?.id ?? newId<"guardian">(),
  sourceKey: "booking:1",
  day: "2026-10-05",
  cents: 400,
  ...changes,
});

/** Bills October; the document that it made last. */
async function bill(...facts: readonly MadeUpFact[]): Promise<Id<"invoice">> {
  const visit = { ...visitTo(town), actor: agentWith(["billing.write"]) };
  const owed = new MadeUpOwed(facts);
  const id = newId<"run">();
  await startRun(visit, owed, { id, month: Temporal.PlainYearMonth.from("2026-10") });
  await draftRun(town.database, owed, { run: id, now: visit.now });
  expect(await issueRun(visit, owed, id)).toMatchObject({ ok: true });
  const made = await town.database.read((reads) =>
    reads.row<{ id: Id<"invoice"> }>("test_made", "select id from invoice where run_id = $1", [id]),
  );
  return made?.id ?? newId<"invoice">();
}

const dispute = (invoice: Id<"invoice">, position: number, id = newId<"dispute">()) =>
  disputeLine(
    { ...visitTo(town), actor: guardianOf(home) },
    { id, invoice, position, reason: "Lina était malade." },
  );

test("a line is disputed once; one that a later document corrects is disputed on that document", async () => {
  const first = await bill(meal({}), meal({ sourceKey: "booking:2", day: "2026-10-06" }));
  const form = newId<"dispute">();
  expect(await dispute(first, 1, form)).toEqual({ ok: true, value: "kept" });
  expect(await dispute(first, 1)).toMatchObject({ refusal: { code: "waits" } });

  const credit = await bill(
    meal({ cents: 320 }),
    meal({ sourceKey: "booking:2", day: "2026-10-06", cents: 320 }),
  );
  expect(await dispute(first, 2)).toEqual({ ok: false, refusal: { code: "corrected", by: credit } });
  // The form that was taken before the correction is the same one, sent again.
  expect(await dispute(first, 1, form)).toEqual({ ok: true, value: "kept" });
  expect(await dispute(credit, 2)).toEqual({ ok: true, value: "kept" });
});

import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import { MadeUpOwed } from "../../../test/billing/made-up-owed.ts";
import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { draftRun } from "./draft-run.ts";
import { issueRun } from "./issue-run.ts";
import { startRun } from "./start-run.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const visit = () => ({ ...visitTo(town), actor: agentWith(["billing.write"]) });

/** Bills September for what this owes. */
async function bill(owed: MadeUpOwed): Promise<void> {
  const id = newId<"run">();
  await startRun(visit(), owed, { id, month: Temporal.PlainYearMonth.from("2026-09") });
  await draftRun(town.database, owed, { run: id, now: visit().now });
  expect(await issueRun(visit(), owed, id)).toMatchObject({ ok: true });
}

test("a document of who has left the household bears no address: neither home is told to the other", async () => {
  const { id: householdId, guardians } = await town.database.write((writes) =>
    buildHousehold(writes, { guardians: ["Claire", "Marc"] }),
  );
  const guardianId = guardians[0]?.id ?? newId<"guardian">();
  const owes = (cents: number) =>
    new MadeUpOwed([{ householdId, guardianId, sourceKey: "booking:1", day: "2026-09-07", cents }]);
  await town.database.write((writes) =>
    writes.run(
      "test_address",
      "update household set address_line = '3 rue Haute', postcode = '80120', commune = 'Rue' where id = $1",
      [householdId],
    ),
  );
  await bill(owes(900));
  await town.database.write((writes) =>
    writes.run(
      "test_leaves",
      "update household_guardian set left_on = '2026-10-01', left_by_label = 'Paul' where household_id = $1 and guardian_id = $2",
      [householdId, guardianId],
    ),
  );
  await bill(owes(400));
  const documents = await town.database.read((reads) =>
    reads.rows(
      "test_left_documents",
      `select kind, payer_name <> '' as named, commune from invoice where household_id = $1 order by total_cents desc`,
      [householdId],
    ),
  );
  expect(documents).toEqual([
    { kind: "invoice", named: true, commune: "Rue" },
    { kind: "credit_note", named: true, commune: "" },
  ]);
});

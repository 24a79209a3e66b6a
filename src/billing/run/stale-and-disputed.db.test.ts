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
import { abandonRun } from "./settle-run.ts";
import { startRun } from "./start-run.ts";

let town: TestDatabase;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes));
}, 60_000);
afterAll(() => town.close());

const visit = () => ({
  ...visitTo(town),
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

async function draft(owed: MadeUpOwed, month: string) {
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

test("a draft that the facts have left behind is not issued, until it is made again", async () => {
  const touch = () =>
    town.database.write((writes) =>
      writes.run("test_touch", "update household set label = label where id = $1", [home.id]),
    );
  const owed = new MadeUpOwed([
    fact({ day: "2026-06-01", sourceKey: "kept" }),
    fact({ day: "2026-06-02", sourceKey: "b", why: [], attended: null }),
  ]);
  const run = await draft(owed, "2026-06");
  const drafted = owed.facts;
  for (const [index, facts] of [
    [{ cents: 320 }], // Another price.
    [{ attended: true }], // The same price, for another reason.
    [{ cents: null }], // A price that nobody can tell any more.
    [], // Given back.
    [{ guardianId: newId<"guardian">() }], // Somebody else pays.
    [{}, { sourceKey: "c" }], // Something more.
  ].entries()) {
    owed.facts = [
      ...drafted.slice(0, 1),
      ...facts.map((changes) =>
        fact({ day: "2026-06-02", sourceKey: "b", why: [], attended: null, ...changes }),
      ),
    ];
    await touch();
    expect(await issueRun(visit(), owed, run), `change ${index}`).toMatchObject({
      refusal: { code: "stale" },
    });
  }
  // Something was written, and no price of the month hangs on it.
  owed.facts = drafted;
  await touch();
  expect(await issueRun(visit(), owed, run)).toMatchObject({ ok: true });
});

test("what somebody was still writing when the draft began is compared, though it was counted before", async () => {
  const owed = new MadeUpOwed([fact({ day: "2026-07-01", sourceKey: "july" })]);
  const { promise: drafted, resolve } = Promise.withResolvers<void>();
  const counted = Promise.withResolvers<void>();
  const family = town.database.write(async (writes) => {
    await writes.run("test_touch", "update household set label = label where id = $1", [home.id]);
    counted.resolve();
    await drafted;
  });
  await counted.promise;
  const run = await draft(owed, "2026-07");
  resolve();
  await family;
  owed.facts = [fact({ day: "2026-07-01", sourceKey: "july", cents: 320 })];
  expect(await issueRun(visit(), owed, run)).toMatchObject({ refusal: { code: "stale", payers: 1 } });
});

test("an accepted dispute is shown by every run, until the fact is put right", async () => {
  const owed = new MadeUpOwed([fact({ day: "2026-05-04", sourceKey: "disputed", cents: 400 })]);
  await issueRun(visit(), owed, await draft(owed, "2026-05"));
  await town.database.write((writes) =>
    writes.run(
      "test_dispute",
      `insert into line_dispute (id, charge_id, invoice_id, account_id, guardian_id, by_label, reason, at, outcome,
                                 answer, answered_by, answered_at)
       select gen_random_uuid(), c.id, l.invoice_id, gen_random_uuid(), c.guardian_id, 'Claire', 'Malade', $1,
              'accepted', 'Vous avez raison.', 'Hélène', $1
       from charge c join invoice_line l on l.charge_id = c.id where c.source_key = 'disputed'`,
      [visit().now.toString()],
    ),
  );
  const disputedIn = async (run: Id<"run">) =>
    (await odditiesOf(run)).filter(({ kind }) => kind === "disputed").map(({ facts }) => facts);
  const said = [{ day: "2026-05-04", month: "2026-05", answer: "Vous avez raison." }];
  const [same, other] = [await draft(owed, "2026-05"), await draft(owed, "2026-04")];
  expect(await disputedIn(same)).toMatchObject(said);
  expect(await disputedIn(other)).toMatchObject(said);
  await abandonRun(visit(), same);
  await abandonRun(visit(), other);
  owed.facts = [];
  const corrected = await draft(owed, "2026-05");
  expect(await disputedIn(corrected)).toEqual([]);
  await issueRun(visit(), owed, corrected);
  expect(await disputedIn(await draft(owed, "2026-04"))).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";

import { cents, type Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { newId } from "../../../test/builders/canteen.ts";
import { postEntry, postReversal, type NewEntry } from "./post-entry.ts";
import { balanceOn } from "./standing.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const at = Temporal.Instant.from("2026-11-12T08:00:00Z");
const day = (text: string) => Temporal.PlainDate.from(text);
const payer = () => ({ householdId: newId<"household">(), guardianId: newId<"guardian">() });
const post = (entry: Omit<NewEntry, "at">) =>
  town.database.write((writes) => postEntry(writes, { ...entry, at }));

test("an entry is posted once by its source, however many post it at once", async () => {
  const who = payer();
  const sourceId = newId<"payment">();
  const entry = {
    payer: who,
    kind: "payment" as const,
    cents: cents(4000),
    day: day("2026-11-12"),
    sourceId,
  };
  const posted = await Promise.all(Array.from({ length: 10 }, () => post(entry)));
  expect(posted.filter(Boolean)).toHaveLength(1);
  const on = (text: string) => town.database.read((reads) => balanceOn(reads, who, day(text)));
  expect(await on("2026-11-11")).toBe(0);
  expect(await on("2026-11-12")).toBe(-4000);
  await post({
    payer: who,
    kind: "refund",
    cents: cents(500),
    day: day("2026-11-20"),
    sourceId: newId<"refund">(),
  });
  expect(await on("2026-11-20")).toBe(-3500);
  const bounce = (id: Id<"reversal">) =>
    town.database.write((writes) =>
      postReversal(writes, { payment: sourceId, sourceId: id, day: day("2026-12-20"), at }),
    );
  expect([await bounce(newId()), await bounce(newId())]).toEqual([true, false]);
  expect(await on("2026-12-19")).toBe(-3500);
  expect(await on("2026-12-20")).toBe(500);
});

test("the balance of a payer with ten years of entries, among three thousand payers, is read by its index", async () => {
  const who = payer();
  await town.database.write((writes) =>
    writes.run(
      "test_ten_years",
      `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, source_id, at)
       select case when p = 0 then $1::uuid else gen_random_uuid() end, $2, 'payment', -100,
              '2016-11-01'::date + m * 10, gen_random_uuid(), $3
       from generate_series(0, 240) p cross join generate_series(0, 365) m`,
      [who.householdId, who.guardianId, at.toString()],
    ),
  );
  const times: number[] = [];
  for (let i = 0; i < 30; i += 1) {
    const begun = performance.now();
    expect(await town.database.read((reads) => balanceOn(reads, who, day("2030-01-01")))).toBe(-36_600);
    times.push(performance.now() - begun);
  }
  const plan = await town.database.read((reads) =>
    reads.rows<{ "QUERY PLAN": string }>(
      "test_plan",
      `explain select sum(amount_cents) from ledger_entry
       where household_id = $1 and guardian_id = $2 and day <= '2030-01-01'`,
      [who.householdId, who.guardianId],
    ),
  );
  expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("ledger_entry_payer");
  expect(times.toSorted((a, b) => a - b)[15]).toBeLessThan(20);
});

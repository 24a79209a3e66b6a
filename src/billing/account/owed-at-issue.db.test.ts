import { afterAll, beforeAll, expect, test } from "vitest";

import { cents, type Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { issuedMonth } from "../../../test/billing/issued-month.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { owedAtIssue } from "./owed-at-issue.ts";
import { postEntry } from "./post-entry.ts";
import { readInvoice } from "./read-invoice.ts";

let town: TestDatabase;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire"] }));
}, 60_000);
afterAll(() => town.close());

const payer = () => ({ householdId: home.id, guardianId: home.guardians[0]?.id ?? newId<"guardian">() });
const fact = (day: string, amount: number) => ({
  ...payer(),
  sourceKey: `booking:${day}`,
  day,
  cents: amount,
});
const issuedOn = Temporal.PlainDate.from("2026-11-12");

/** What the documents of a run asked when they were issued. */
const askedBy = (run: Id<"run">) =>
  town.database.read(async (reads) => {
    const row = await reads.row<{ id: Id<"invoice"> }>(
      "test_of",
      "select id from invoice where run_id = $1",
      [run],
    );
    const invoice = row && (await readInvoice(reads, null, row.id));
    return invoice && owedAtIssue(reads, invoice);
  });

test("a bill asks its own sum; what an older one asks stands apart, with that one's date", async () => {
  const september = await issuedMonth(town, "2026-09", [fact("2026-09-07", 4000)]);
  expect(await askedBy(september)).toEqual({ own: 4000, earlier: [], credit: 0 });
  const october = await issuedMonth(town, "2026-10", [fact("2026-10-05", 3000)]);
  const until = issuedOn.add({ days: 30 });
  const asked = {
    own: 3000,
    earlier: [{ document: { number: 1, kind: "invoice" }, open: 4000, until }],
    credit: 0,
  };
  expect(await askedBy(october)).toMatchObject(asked);
  await town.database.write((writes) =>
    postEntry(writes, {
      payer: payer(),
      kind: "payment",
      cents: cents(7500),
      day: issuedOn,
      sourceId: newId<"payment">(),
      means: "card",
      at: Temporal.Instant.from("2026-11-12T15:00:00Z"),
    }),
  );
  // Printed again after it was paid, it says the same.
  expect(await askedBy(october)).toMatchObject(asked);
  const november = await issuedMonth(town, "2026-11", [fact("2026-11-02", 2000)]);
  expect(await askedBy(november)).toEqual({ own: 1500, earlier: [], credit: 0 });
});

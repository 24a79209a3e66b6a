import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { prepareJournals } from "./journal-months.ts";
import { writeJournal } from "./journal.ts";

const november = Temporal.Instant.from("2026-11-23T08:00:00Z");

let home: TestDatabase;
let owner: pg.Client;

beforeEach(async () => {
  home = await testDatabase();
  owner = new pg.Client({ connectionString: home.url });
  await owner.connect();
});

afterEach(async () => {
  await owner.end();
  await home.close();
});

const write = (at: Temporal.Instant) =>
  home.database.write((writes) =>
    writeJournal(writes, { at, accountId: null, byLabel: "Préau", act: "test.done", facts: { lines: 3 } }),
  );

/** Which partition holds each line, oldest first. */
async function partitions(): Promise<string[]> {
  const found = await owner.query<{ name: string }>(
    `select split_part(tableoid::regclass::text, '.', 2) as name from "${home.database.schema}".journal_entry order by at`,
  );
  return found.rows.map(({ name }) => name);
}

test("this month and the next two have a partition; beyond, nothing is lost", async () => {
  await prepareJournals(home.url, november);
  for (const months of [0, 1, 2, 3])
    await write(november.toZonedDateTimeISO("UTC").add({ months }).toInstant());
  expect(await partitions()).toEqual([
    "journal_entry_2026_11",
    "journal_entry_2026_12",
    "journal_entry_2027_01",
    "journal_entry_default",
  ]);
});

test("asked again, by two programs at once, a month later: only what is missing is made", async () => {
  await prepareJournals(home.url, november);
  await write(november);
  await Promise.all([1, 2].map(() => prepareJournals(home.url, november.add({ hours: 24 * 30 }))));
  const made = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relispartition and relkind = 'r' order by relname",
  );
  expect(made.rows.map(({ name }) => name)).toEqual([
    "journal_entry_2026_11",
    "journal_entry_2026_12",
    "journal_entry_2027_01",
    "journal_entry_2027_02",
    "journal_entry_default",
  ]);
});

test("a month that began in the default partition stays there, and keeps no other from its own", async () => {
  await write(november);
  await prepareJournals(home.url, november);
  await write(november.add({ hours: 1 }));
  await write(Temporal.Instant.from("2026-12-01T00:00:00Z"));
  expect(await partitions()).toEqual([
    "journal_entry_default",
    "journal_entry_default",
    "journal_entry_2026_12",
  ]);
});

test("a line says who did what, and why", async () => {
  await home.database.write((writes) =>
    writeJournal(writes, {
      at: november,
      accountId: "00000000-0000-4000-8000-000000000001",
      byLabel: "Claire Lefebvre",
      act: "families.read",
      objectKind: "guardian",
      objectId: "00000000-0000-4000-8000-000000000002",
      householdId: "00000000-0000-4000-8000-000000000003",
      reason: "Appel de la famille",
      address: "192.0.2.1",
    }),
  );
  const line = await home.database.read((reads) => reads.row("test_line", "select * from journal_entry"));
  expect(line).toMatchObject({
    at: november,
    account_id: "00000000-0000-4000-8000-000000000001",
    by_label: "Claire Lefebvre",
    act: "families.read",
    object_kind: "guardian",
    household_id: "00000000-0000-4000-8000-000000000003",
    reason: "Appel de la famille",
    facts: {},
    address: "192.0.2.1",
  });
});

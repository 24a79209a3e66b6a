import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

/**
 * Where the statements that price a month stand: billing’s, and those of the folders below that it asks. Their
 * views and functions are followed down to the tables.
 */
const READ_IN = [
  "src/billing/owed",
  "src/billing/penalties",
  "src/bookings/estimates",
  "src/pricing/estimates",
  "src/pricing/psu",
  "src/pricing/ruleset/stored",
];

/** Tables that a price hangs on without a trigger of their own, and what tells of their changes instead. */
const TOLD_OTHERWISE: Readonly<Record<string, string>> = {
  activity: "offer_stamp: every change of the offer writes it anew",
  billing_run: "read to show what is issued, not to price",
  booking_history: "written with its booking, in one form",
  charge: "what is billed already: read beside a price, not for it",
  fee_rule: "tariff_stamp: a trigger of its own writes it",
  guardian: "a name: a price does not hang on it",
  psu_limit: "tariff_stamp: a trigger of its own writes it",
  site: "offer_stamp: every change of the offer writes it anew",
  tariff_rule: "tariff_stamp: a trigger of its own writes it",
  unit: "offer_stamp: every change of the offer writes it anew",
};

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

interface Defined {
  readonly name: string;
  /** Null: a table. */
  readonly body: string | null;
}

/** The tables that texts of SQL read, through views and functions. */
function tablesRead(texts: readonly string[], known: ReadonlyMap<string, Defined>): ReadonlySet<string> {
  const tables = new Set<string>();
  const seen = new Set<string>();
  const left = [...texts];
  for (let text = left.pop(); text !== undefined; text = left.pop()) {
    const read = text.matchAll(/(?:\b(?:from|join)\s+\(*|\b(?=[a-z_]+\())(?:only\s+)?([a-z_]+)/gi);
    for (const [, name = ""] of read) {
      const found = known.get(name);
      if (found === undefined || seen.has(name)) continue;
      seen.add(name);
      if (found.body === null) tables.add(name);
      else left.push(found.body);
    }
  }
  return tables;
}

test("every table that a price hangs on notes its changes, so that a draft that they left behind is not issued", async () => {
  const { defined, noting } = await town.database.read(async (reads) => ({
    defined: await reads.rows<Defined>(
      "test_defined",
      `select relname as name, case relkind when 'v' then pg_get_viewdef(oid) end as body
       from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v')
       union all
       select proname, pg_get_functiondef(oid)
       from pg_proc where pronamespace = current_schema()::regnamespace and prokind = 'f'`,
    ),
    noting: await reads.rows<{ name: string }>(
      "test_noting",
      `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where t.tgname = 'note_fact_change' and c.relnamespace = current_schema()::regnamespace`,
    ),
  }));
  const files = READ_IN.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  const known = new Map(defined.map((one) => [one.name, one]));
  const read = tablesRead(files, known);
  const own = new Set(noting.map(({ name }) => name));
  const silent = [...read].filter((name) => !own.has(name)).toSorted();
  expect(silent).toEqual(Object.keys(TOLD_OTHERWISE).toSorted());
  // A list that finds nothing checks nothing.
  for (const name of ["booking", "attendance", "enrolment", "slot"]) expect([...read]).toContain(name);
});

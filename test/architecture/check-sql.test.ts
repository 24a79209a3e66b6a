import { expect, test } from "vitest";

import { checkSql } from "./check-sql.ts";
import { sourceFile } from "./source-file.ts";
import { sqlCatalog } from "./sql-catalog.ts";
import { looksLikeSql, sqlReferences } from "./sql-references.ts";

const migration = `
-- owner: families
create table household (id uuid);
create view families_card as select id from household;

-- owner: bookings
create table slot (id uuid, household_id uuid references household (id));
create view bookings_slot as select id from slot;
create function submit() returns void language plpgsql as $$
begin
  update slot set id = id; perform from families_card;
end
$$;
`;
const catalog = sqlCatalog([{ path: "db/migrations/0001.sql", text: migration }]);
const faults = (path: string, sql: string) =>
  checkSql([sourceFile(path, `reads.rows("name", \`${sql}\`, [])`)], catalog).map(({ why }) => why);

test("the catalogue knows who owns each table, view and function, and checks their bodies", () => {
  expect([...catalog.tables]).toEqual([
    ["household", "families"],
    ["slot", "bookings"],
  ]);
  expect([...catalog.views].map(([name]) => name)).toEqual(["families_card", "bookings_slot"]);
  expect([...catalog.functions]).toEqual([["submit", "bookings"]]);
  expect(catalog.bodies).toHaveLength(3);
  expect(checkSql([], catalog)).toEqual([]);
});

test("what nobody owns is refused", () => {
  expect(() => sqlCatalog([{ path: "a.sql", text: "create table stray (id uuid);" }])).toThrow("stray");
});

test.each([
  ["insert into household values (1)", "bookings writes household, a table of families"],
  ["update household set id = 1", "bookings writes household, a table of families"],
  ["delete from household where id = 1", "bookings writes household, a table of families"],
  ["truncate household", "bookings writes household, a table of families"],
  [
    "with gone as (delete from household returning id) select id from gone",
    "bookings writes household, a table of families",
  ],
  [
    "select id from household",
    "bookings reads household, a table of families: read a view that families publishes",
  ],
  [
    "select 1 from slot s join household h on true",
    "bookings reads household, a table of families: read a view that families publishes",
  ],
  [
    "select 1 from slot as s, household h",
    "bookings reads household, a table of families: read a view that families publishes",
  ],
  ["select id from house", "bookings reads house, which is no table and no view"],
  ["insert into hous values (1)", "bookings writes hous, which is no table"],
])("bookings may not: %s", (sql, why) => {
  expect(faults("src/bookings/a.ts", sql)).toEqual([why]);
});

test("a view of a folder above is not read, nor its function called", () => {
  expect(faults("src/families/a.ts", "select id from bookings_slot")).toEqual([
    "families reads bookings_slot, a view of bookings, which is above it",
  ]);
  expect(faults("src/families/a.ts", "select submit()")).toEqual([
    "families calls submit, a function of bookings",
  ]);
});

test("a function is called from above when its name says that its owner publishes it, and never from below", () => {
  const published = sqlCatalog([
    {
      path: "m.sql",
      text: `-- owner: families
create function families_merge() returns void language sql as $$ select 1 $$;
create function merge() returns void language sql as $$ select 1 $$;`,
    },
  ]);
  const callsOf = (path: string, call: string) =>
    checkSql([sourceFile(path, `const q = "select ${call}()";`)], published).map(({ why }) => why);
  expect(callsOf("src/bookings/a.ts", "families_merge")).toEqual([]);
  expect(callsOf("src/bookings/a.ts", "merge")).toEqual(["bookings calls merge, a function of families"]);
  expect(callsOf("src/messaging/a.ts", "families_merge")).toEqual([
    "messaging calls families_merge, a function of families",
  ]);
});

test("a function of the migrations that writes another folder's table is found", () => {
  const wrong = sqlCatalog([{ path: "m.sql", text: migration.replace("update slot", "update household") }]);
  expect(checkSql([], wrong)).toMatchObject([
    { path: "m.sql", line: 9, why: "bookings writes household, a table of families" },
  ]);
});

test.each([
  "insert into slot (id) select id from families_card on conflict (id) do update set id = excluded.id",
  "select id from slot where id is distinct from household_id for no key update",
  "with a as (select id from slot), b (x) as materialized (select 1 from a) select * from b join a using (id)",
  "select extract(isodow from date), 'x from household' from unnest($1::date[]) as date -- from household",
  "select count(*) from pg_locks, pg_catalog.pg_class",
  "select id from slot for update skip locked",
  "select from added join slot on slot.id = added.slot_id",
])("bookings may: %s", (sql) => {
  expect(faults("src/bookings/a.ts", sql)).toEqual([]);
});

test("an interpolated name is passed over, and the rest is read", () => {
  const { reads } = sqlReferences("select 1 from ? join slot on true");
  expect([...reads]).toEqual(["slot"]);
});

test("SQL is told from words", () => {
  expect(looksLikeSql("\n  -- why\n  select 1")).toBe(true);
  expect(looksLikeSql("Choisissez un enfant")).toBe(false);
  expect(looksLikeSql("selected from the list")).toBe(false);
});

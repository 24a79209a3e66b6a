import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

/**
 * What every table of ours keeps to. Each query returns the breaches, one line each; the exceptions are a list
 * that only shrinks.
 */
const CONVENTIONS: readonly { rule: string; breaches: string; except?: readonly string[] }[] = [
  {
    rule: "a table has a primary key, or a unique one where a part may be empty",
    breaches: `
      select c.relname as breach from ours c
      where c.relkind in ('r', 'p') and not exists (
        select from pg_index i where i.indrelid = c.oid and (i.indisprimary or i.indnullsnotdistinct))`,
  },
  {
    rule: "a foreign key is the beginning of an index",
    breaches: `
      select c.relname || '.' || a.attname as breach
      from pg_constraint f
      join ours c on c.oid = f.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
      where f.contype = 'f' and f.conparentid = 0 and not exists (
        select from pg_index i
        where i.indrelid = c.oid and i.indkey[0] = f.conkey[1])`,
    // Every index of booking is paid by each booking, and neither an enrolment nor a household is ever deleted;
    // closures are a handful.
    except: ["booking.enrolment_id", "closure.site_id"],
  },
  {
    rule: "a moment is a timestamptz, and a text has no length of its own",
    breaches: `
      select c.relname || '.' || a.attname || ' ' || t.typname as breach
      from ours c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where t.typname in ('timestamp', 'timetz', 'varchar', 'bpchar', 'money', 'json', 'float4', 'float8')`,
  },
  {
    rule: "an id is a uuid",
    breaches: `
      select c.relname || '.' || a.attname || ' ' || t.typname as breach
      from ours c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where a.attname like '%\\_id' and t.typname <> 'uuid' and c.relkind in ('r', 'p')`,
  },
  {
    rule: "the clock is an argument: no column takes the server's time by itself",
    breaches: `
      select c.relname || '.' || a.attname as breach
      from ours c
      join pg_attribute a on a.attrelid = c.oid and a.atthasdef
      join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where pg_get_expr(d.adbin, d.adrelid) ~* 'now\\(|current_|clock_timestamp|statement_timestamp'`,
    // When a step was applied is told by the server that applied it.
    except: ["applied_migration.applied_at"],
  },
  {
    rule: "a state is one of a written list",
    breaches: `
      select c.relname || '.' || a.attname as breach
      from ours c
      join pg_attribute a on a.attrelid = c.oid and a.attname in ('state', 'act', 'kind', 'purpose')
      where c.relkind in ('r', 'p') and not exists (
        select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
          and pg_get_constraintdef(k.oid) ~ '= ANY|= ''')`,
    // The journal names acts of every folder, present and future.
    except: ["journal_entry.act"],
  },
  {
    rule: "a record that is kept with its object refuses every change",
    breaches: `
      select c.relname as breach from ours c
      where c.relkind in ('r', 'p') and c.relname ~ '(_history|_entry|^submission)$' and not exists (
        select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only' and t.tgenabled = 'O')`,
    // What was said in a request may be forgotten, and nothing else of it: refuse_all_but_silence.
    except: ["request_history"],
  },
  {
    rule: "names are written in lower case, and a table's name is in the singular",
    breaches: `
      select c.relname as breach from ours c
      where c.relname !~ '^[a-z][a-z0-9_]*$' or (c.relkind in ('r', 'p') and c.relname ~ '[^s]s$')`,
  },
  {
    rule: "the program owns nothing, and may not change the tables it works with",
    breaches: `
      select c.relname as breach from ours c where pg_get_userbyid(c.relowner) = 'preau_program'
      union all
      select n.nspname from pg_namespace n
      where n.nspname in ('directory', $1) and has_schema_privilege('preau_program', n.oid, 'create')`,
  },
];

let home: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  home = await testDatabase();
  owner = new pg.Client({ connectionString: home.url });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await home.close();
});

async function breachesOf(query: string): Promise<string[]> {
  const found = await owner.query<{ breach: string }>(
    `with ours as (
       select c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('directory', $1) and c.relkind in ('r', 'p', 'v') and not c.relispartition
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     )
     select breach from (${query}) found order by breach`,
    [home.database.schema],
  );
  return found.rows.map(({ breach }) => breach);
}

test.each(CONVENTIONS)("$rule", async ({ breaches, except = [] }) => {
  expect(await breachesOf(breaches)).toEqual(except);
});

test("the conventions look at every table, and each can be broken", async () => {
  const looked = await breachesOf("select relname as breach from ours where relkind in ('r', 'p')");
  expect(looked.length).toBeGreaterThan(25);
  await owner.query(`set search_path to "${home.database.schema}"`);
  await owner.query(`
    create table "Bad_history" (
      site_id integer, at timestamp default now(), state text, guardian uuid references guardian (id));
    alter table "Bad_history" owner to preau_program`);
  for (const { rule, breaches, except = [] } of CONVENTIONS) {
    expect((await breachesOf(breaches)).length, rule).toBeGreaterThan(except.length);
  }
});

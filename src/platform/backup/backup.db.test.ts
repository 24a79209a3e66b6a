import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";

import { emptyDatabase, testDatabase, type EmptyDatabase, type TestDatabase } from "#test";

import { createAuthoritySchema, migrateDatabase } from "../database/migrate.ts";
import { readMigrations } from "../database/migration-files.ts";
import { backupDatabase } from "./backup.ts";
import { openBackup } from "./open-backup.ts";
import { restoreBackup, type SchemaCheck } from "./restore.ts";

vi.setConfig({ testTimeout: 60_000 });

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
/** What CSV, COPY and JSON each treat in their own way. */
const AWKWARD = 'Le "Marais" \\. \\N \t d’Équihen\n\\.\n🐟';

let folder: string;
let town: TestDatabase;
const opened: EmptyDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "preau-backup-"));
  town = await testDatabase();
  await query(
    town.url,
    `insert into directory.authority_host values ('rue.exemple.fr', '${town.authority.id}', true)`,
  );
  await query(
    town.url,
    `set search_path to ${town.authority.schema};
     insert into site (name, commune) select 'École ' || n, 'Rue' from generate_series(1, 30000) n;
     insert into journal_entry (at, by_label, act) select now(), 'agent', 'read' from generate_series(1, 3);
     create table journal_entry_2025_06 partition of journal_entry
       for values from ('2025-06-01 00:00+02') to ('2025-07-01 00:00+02');
     insert into journal_entry (at, by_label, act) values ('2025-06-15', 'agent', 'read');
     select graphile_worker.add_job('event', json_build_object('authority', '${town.authority.id}', 'n', n))
     from generate_series(1, 5) n`,
  );
  await query(town.url, `insert into ${town.authority.schema}.site (name, commune) values ($1, 'Quend')`, [
    AWKWARD,
  ]);
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

afterAll(async () => {
  await town.close();
  rmSync(folder, { recursive: true, force: true });
});

async function query<Row extends object>(url: string, text: string, values: string[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>({ text, ...(values.length > 0 ? { values } : {}) })).rows;
  } finally {
    await client.end();
  }
}

async function elsewhere(): Promise<string> {
  const database = await emptyDatabase();
  opened.push(database);
  return database.url;
}

let files = 0;
async function backup(url = town.url, authority?: string): Promise<string> {
  const file = join(folder, `${files++}.tar.gz`);
  const made = await backupDatabase({
    connectionString: url,
    file,
    now: NOW,
    ...(authority === undefined ? {} : { authority }),
  });
  if (!made.ok) throw new Error(made.refusal.sentence);
  return file;
}

async function restore(connectionString: string, file: string, check?: SchemaCheck) {
  const opened = await openBackup(file);
  return opened.ok ? restoreBackup(opened.value, { connectionString, ...(check ? { check } : {}) }) : opened;
}

const tablesIn = (url: string) =>
  query(url, "select 1 from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema'");

test("everything comes back: rows, awkward texts, parts of the journal, numbering, waiting jobs, rights", async () => {
  const file = await backup();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const url = await elsewhere();
  const restored = await restore(url, file);
  expect(restored).toMatchObject({ ok: true, value: { jobs: 5, authorities: [town.authority.name] } });

  const { schema } = town.authority;
  const content = `select md5(string_agg(s::text, '' order by id)) as digest, count(*) as rows from ${schema}.site s`;
  expect(await query(url, content)).toEqual(await query(town.url, content));
  expect(await query(url, `select name from ${schema}.site where commune = 'Quend'`)).toEqual([
    { name: AWKWARD },
  ]);
  expect(await query(url, `select count(*)::int as n from ${schema}.journal_entry_2025_06`)).toEqual([
    { n: 1 },
  ]);
  expect(
    await query(
      url,
      `insert into ${schema}.journal_entry (at, by_label, act) values (now(), 'a', 'b') returning id`,
    ),
  ).toEqual([{ id: "5" }]);
  expect(
    await query(url, "select payload ->> 'n' as n from graphile_worker._private_jobs order by id"),
  ).toEqual(["1", "2", "3", "4", "5"].map((n) => ({ n })));
  const keys = "select count(*)::int as n from pg_constraint where contype = 'f' and convalidated";
  expect(await query(url, keys)).toEqual(await query(town.url, keys));
  await query(url, `set role preau_program; select * from ${schema}.site limit 1`);
  await expect(query(url, `set role preau_program; delete from ${schema}.journal_entry`)).rejects.toThrow(
    /denied/,
  );
});

test("a backup of one authority holds nothing of another", async () => {
  const other = "a_0123456789ab";
  const client = new pg.Client({ connectionString: town.url });
  await client.connect();
  await client.query("begin");
  const inserted = await client.query<{ id: string }>(
    "insert into directory.authority (schema_name, name, created_at) values ($1, 'Nouvion', now()) returning id",
    [other],
  );
  await createAuthoritySchema(client, other);
  await client.query("commit");
  await client.query("select graphile_worker.add_job('event', json_build_object('authority', $1::text))", [
    inserted.rows[0]?.id,
  ]);
  await client.end();

  const url = await elsewhere();
  const restored = await restore(url, await backup(town.url, "rue.exemple.fr"));
  expect(restored).toMatchObject({ ok: true, value: { authorities: [town.authority.name], jobs: 5 } });
  expect(await query(url, "select name from directory.authority")).toEqual([{ name: town.authority.name }]);
  expect(await query(url, `select 1 where to_regnamespace('${other}') is not null`)).toEqual([]);

  const nobody = await backupDatabase({
    connectionString: town.url,
    file: join(folder, "nobody.tar.gz"),
    now: NOW,
    authority: "Atlantide",
  });
  expect(nobody).toMatchObject({ ok: false, refusal: { code: "unknown-authority" } });
  expect(readdirSync(folder).filter((name) => name.startsWith("nobody"))).toEqual([]);
});

test("a backup of an earlier release is restored as it was, then brought up to this one", async () => {
  const earlier = await elsewhere();
  const steps = readMigrations();
  await migrateDatabase(earlier, steps.slice(0, 3));
  await query(
    earlier,
    `insert into directory.authority (schema_name, name, created_at) values ('a_00000000000a', 'Rue', now());
     create schema a_00000000000a`,
  );
  await migrateDatabase(earlier, steps.slice(0, 3));
  await query(
    earlier,
    "insert into a_00000000000a.journal_entry (at, by_label, act) values (now(), 'agent', 'read')",
  );

  const url = await elsewhere();
  expect(await restore(url, await backup(earlier))).toMatchObject({
    ok: true,
  });
  const done = await query<{ n: number }>(
    url,
    "select max(version)::int as n from directory.applied_migration",
  );
  expect(done).toEqual([{ n: steps.length }]);
  expect(await query(url, "select act from a_00000000000a.journal_entry")).toEqual([{ act: "read" }]);
});

describe("what is refused leaves everything as it was", () => {
  test("a file that exists, or cannot be written", async () => {
    const file = await backup();
    const before = readFileSync(file);
    const again = await backupDatabase({ connectionString: town.url, file, now: NOW });
    expect(again).toMatchObject({ ok: false, refusal: { code: "file-exists" } });
    expect(readFileSync(file).equals(before)).toBe(true);
    const nowhere = await backupDatabase({
      connectionString: town.url,
      file: join(folder, "no", "f"),
      now: NOW,
    });
    expect(nowhere).toMatchObject({ ok: false, refusal: { code: "file-not-writable" } });
  });

  test("a database that no Préau has used", async () => {
    const file = join(folder, "none.tar.gz");
    const refused = await backupDatabase({ connectionString: await elsewhere(), file, now: NOW });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "not-migrated" } });
    expect(existsSync(file)).toBe(false);
  });

  test("a file cut short anywhere, altered anywhere, or that is something else", async () => {
    const whole = readFileSync(await backup());
    const url = await elsewhere();
    const file = join(folder, "damaged.tar.gz");
    const attempt = async (bytes: Uint8Array) => {
      writeFileSync(file, bytes);
      const outcome = await restore(url, file);
      return outcome.ok ? "restored" : outcome.refusal.code;
    };
    for (const share of [0.001, 0.3, 0.7, 0.99]) {
      expect(await attempt(whole.subarray(0, Math.floor(whole.length * share)))).toMatch(
        /damaged|not-a-backup/,
      );
      const altered = Buffer.from(whole);
      const at = Math.floor(whole.length * share) + 10;
      altered.writeUInt8((altered.readUInt8(at) + 1) % 256, at);
      expect(await attempt(altered)).toMatch(/damaged|not-a-backup/);
    }
    expect(await attempt(whole.subarray(0, -1))).toBe("damaged");
    expect(await attempt(Buffer.from("bonjour"))).toBe("not-a-backup");
    expect(await attempt(new Uint8Array())).toBe("not-a-backup");
    rmSync(file);
    expect(await restore(url, file)).toMatchObject({
      refusal: { code: "file-not-readable" },
    });
    expect(await tablesIn(url)).toEqual([]);
    expect(await attempt(whole)).toBe("restored");
    expect(await attempt(whole)).toBe("not-empty");
  });

  test("counters that do not agree", async () => {
    const url = await elsewhere();
    const refused = await restore(url, await backup(town.url, "rue.exemple.fr"), async (reads) => {
      const sites = await reads.row<{ n: string }>("test_sites", "select count(*)::text as n from site");
      return `${sites?.n} écoles, 2 attendues`;
    });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: "inconsistent", sentence: expect.stringContaining("30001 écoles") },
    });
    expect(await query(url, "select 1 where to_regclass('directory.authority') is not null")).toEqual([]);
  });
});

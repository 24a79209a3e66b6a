import { Logger, runMigrations as migrateJobs } from "graphile-worker";
import pg from "pg";

import { authoritySchemas } from "./authority-schemas.ts";
import { ensureProgramRole, grantSchema, programRole } from "./program-role.ts";
import { readMigrations, type Migration } from "./migration-files.ts";

/** What migrating found or refused. */
export type MigrationOutcome =
  | { ok: true; role: string | null; login: string }
  | { ok: false; refusal: { code: "newer-database" | "altered-migration" | "old-server"; sentence: string } };

/** « 15 »: `security_invoker`, MERGE and `unique nulls not distinct` are there from then on. */
const OLDEST_SERVER = 150_000;

/**
 * Brings the database and every authority's schema up to this program, in one transaction: all or nothing.
 * Two programs that start together take turns. Refuses a database that a newer program has migrated.
 */
export async function migrateDatabase(
  connectionString: string,
  migrations = readMigrations(),
): Promise<MigrationOutcome> {
  const client = new pg.Client({ connectionString, application_name: "preau-migrate" });
  await client.connect();
  try {
    const refusal = await refusalOf(client, migrations);
    if (refusal !== undefined) return { ok: false, refusal };
    await client.query("select pg_advisory_lock(hashtext('preau.migrate'))");
    await migrateJobs({ connectionString, logger: silentLogger });
    const role = await ensureProgramRole(client);
    await client.query("begin");
    await applyMissing(client, "directory", "database", migrations);
    for (const schema of await authoritySchemas(client)) {
      await applyMissing(client, schema, "authority", migrations);
    }
    if (role !== null) await grantEverySchema(client);
    await client.query("commit");
    const login = await client.query<{ login: string }>("select current_user as login");
    return { ok: true, role, login: login.rows[0]?.login ?? "" };
  } finally {
    await client.end();
  }
}

/** Creates the schema of a new authority, inside the caller's transaction on the owner's connection. */
export async function createAuthoritySchema(client: pg.ClientBase, schema: string): Promise<void> {
  await client.query(`create schema "${schema}"`);
  await applyMissing(client, schema, "authority", readMigrations());
  const role = await client.query("select 1 from pg_roles where rolname = $1", [programRole]);
  if (role.rows.length > 0) await grantSchema(client, schema);
}

async function refusalOf(client: pg.ClientBase, migrations: readonly Migration[]) {
  const server = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  if ((server.rows[0]?.version ?? 0) < OLDEST_SERVER) {
    return {
      code: "old-server" as const,
      sentence: "Ce serveur PostgreSQL est trop ancien : il en faut un de version 15 ou plus.",
    };
  }
  for (const step of await appliedSteps(client)) {
    const known = migrations[step.version - 1];
    if (known === undefined) {
      return {
        code: "newer-database" as const,
        sentence: `Cette base vient d’un Préau plus récent (étape ${step.version}) : mettez le programme à jour.`,
      };
    }
    if (known.checksum !== step.checksum) {
      return {
        code: "altered-migration" as const,
        sentence: `L’étape ${step.version} (${known.name}) de la base n’est pas celle de ce programme : une étape publiée ne change plus.`,
      };
    }
  }
  return undefined;
}

async function appliedSteps(client: pg.ClientBase) {
  const exists = await client.query("select 1 where to_regclass('directory.applied_migration') is not null");
  if (exists.rows.length === 0) return [];
  const applied = await client.query<{ version: number; checksum: string }>(
    "select distinct version, checksum from directory.applied_migration order by version",
  );
  return applied.rows;
}

/** Runs on one schema the steps of its kind that it has not been through, in the caller's transaction. */
export async function applyMissing(
  client: pg.ClientBase,
  schema: string,
  scope: Migration["scope"],
  migrations: readonly Migration[],
): Promise<void> {
  if (scope === "database") {
    await client.query(`
      create schema if not exists directory;
      create table if not exists directory.applied_migration (
        schema_name text not null, version integer not null, name text not null, checksum text not null,
        applied_at timestamptz not null default now(), primary key (schema_name, version))`);
  }
  const applied = await client.query<{ version: number }>(
    "select version from directory.applied_migration where schema_name = $1",
    [schema],
  );
  const done = new Set(applied.rows.map((row) => row.version));
  await client.query(`set local search_path to "${schema}"`);
  for (const step of migrations) {
    if (step.scope !== scope || done.has(step.version)) continue;
    await client.query(step.sql);
    await client.query(
      "insert into directory.applied_migration (schema_name, version, name, checksum) values ($1, $2, $3, $4)",
      [schema, step.version, step.name, step.checksum],
    );
  }
}

async function grantEverySchema(client: pg.ClientBase): Promise<void> {
  for (const schema of ["directory", "graphile_worker", ...(await authoritySchemas(client))]) {
    await grantSchema(client, schema);
  }
}

/** The worker's own migrations have nothing to tell an operator when they succeed. */
const silentLogger = new Logger(() => () => undefined);

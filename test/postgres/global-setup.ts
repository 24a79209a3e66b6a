import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import type { TestProject } from "vitest/node";

import { createAuthoritySchema, migrateDatabase, startEmbeddedPostgres } from "#platform";

declare module "vitest" {
  interface ProvidedContext {
    /** The throw-away server, and the migrated database that every test database is copied from. */
    server: { admin: string; authorityId: string; schema: string };
  }
}

/** The database that is migrated once and copied for each test file. */
export const TEMPLATE = "preau_template";

/**
 * Starts one throw-away embedded PostgreSQL for the run (fsync off: nothing here outlives it), migrates the
 * template with one authority, and destroys everything afterwards.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "preau-test-"));
  const started = await startEmbeddedPostgres({ dataDir, fsync: false });
  if (!started.ok) throw new Error(started.refusal.sentence);
  const server = started.value;
  const authority = await createTemplate(server.connectionString, server.connectionStringTo(TEMPLATE));
  project.provide("server", { admin: server.connectionString, ...authority });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function createTemplate(
  admin: string,
  template: string,
): Promise<{ authorityId: string; schema: string }> {
  await run(admin, async (client) => {
    await client.query(`create database ${TEMPLATE}`);
  });
  const migrated = await migrateDatabase(template);
  if (!migrated.ok) throw new Error(migrated.refusal.sentence);
  const schema = `a_${randomBytes(6).toString("hex")}`;
  return run(template, async (client) => {
    await client.query("begin");
    const inserted = await client.query<{ id: string }>(
      "insert into directory.authority (schema_name, name, created_at) values ($1, $2, now()) returning id",
      [schema, "Communauté de communes Ponthieu-Marquenterre"],
    );
    await createAuthoritySchema(client, schema);
    await client.query("commit");
    return { authorityId: inserted.rows[0]?.id ?? "", schema };
  });
}

async function run<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

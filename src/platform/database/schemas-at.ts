import { Logger, runMigrations } from "graphile-worker";
import type pg from "pg";

import { applyMissing } from "./migrate.ts";
import { readMigrations } from "./migration-files.ts";

/**
 * Builds the directory and the schemas of authorities as a program of an earlier release had them, in the
 * caller's transaction: a backup is restored into the tables it was made from, then brought up to date.
 * @param version the last step of db/migrations to run
 */
export async function createSchemasAt(
  client: pg.ClientBase,
  schemas: readonly string[],
  version: number,
): Promise<void> {
  const steps = readMigrations().slice(0, version);
  await applyMissing(client, "directory", "database", steps);
  for (const schema of schemas) {
    await client.query(`create schema "${schema}"`);
    await applyMissing(client, schema, "authority", steps);
  }
}

/** Creates the tables of the job queue, or brings them up to date. */
export async function migrateJobQueue(connectionString: string): Promise<void> {
  await runMigrations({ connectionString, logger: new Logger(() => () => undefined) });
}

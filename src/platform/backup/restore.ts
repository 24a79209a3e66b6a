import pg from "pg";

import { ok, refuse, type Result } from "#kernel";

import { handleOf } from "../database/database.ts";
import type { Reads } from "../database/handles.ts";
import { migrateDatabase } from "../database/migrate.ts";
import { createSchemasAt, migrateJobQueue } from "../database/schemas-at.ts";
import { summaryOf, type BackupSummary } from "./backup.ts";
import { NEUTRAL_SESSION } from "./catalogue.ts";
import { assertEmpty } from "./empty-database.ts";
import { withoutForeignKeys } from "./foreign-keys.ts";
import { loadArchive } from "./load-archive.ts";
import { qualified, type Manifest } from "./manifest.ts";
import type { CheckedBackup } from "./open-backup.ts";
import { BackupStopped, type BackupRefusal } from "./refusal.ts";
import { texts } from "./texts.fr.ts";
import { addRestoredJobs } from "./waiting-jobs.ts";

/** Looks at one restored schema and says in French what does not agree, or nothing. */
export type SchemaCheck = (reads: Reads) => Promise<string | undefined>;

/** Where a backup goes, and what must hold there. */
export interface RestoreOptions {
  connectionString: string;
  /** Run on every authority's schema before the commit. */
  check?: SchemaCheck;
}

/**
 * Restores a backup into an empty database, of a later PostgreSQL too: one transaction builds the schemas as they
 * were, fills them, checks them and commits; only then are they brought up to this program. Whatever goes wrong
 * before, nothing has been written.
 */
export async function restoreBackup(
  backup: CheckedBackup,
  options: RestoreOptions,
): Promise<Result<BackupSummary, BackupRefusal>> {
  try {
    await restoreInto(backup, options);
    const migrated = await migrateDatabase(options.connectionString);
    if (!migrated.ok) return refuse({ code: "inconsistent", sentence: migrated.refusal.sentence });
    return ok(summaryOf(backup.manifest));
  } catch (error) {
    if (error instanceof BackupStopped) return refuse(error.refusal);
    if (error instanceof pg.DatabaseError) {
      return refuse({ code: "inconsistent", sentence: texts.inconsistent(error.message) });
    }
    throw error;
  }
}

async function restoreInto(
  { file, manifest, version }: CheckedBackup,
  { connectionString, check }: RestoreOptions,
): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: "preau-restore" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(NEUTRAL_SESSION);
    await client.query("select pg_advisory_lock(hashtext('preau.migrate'))");
    await assertEmpty(client);
    await migrateJobQueue(connectionString);
    await client.query("begin");
    await client.query("drop schema if exists directory cascade");
    const schemas = manifest.authorities.map(({ schema }) => schema);
    await createSchemasAt(client, schemas, version);
    await createPartitions(client, manifest);
    await withoutForeignKeys(client, ["directory", ...schemas], () => loadArchive(client, file, manifest));
    await addRestoredJobs(client);
    await setSequences(client, manifest);
    for (const schema of schemas) {
      await client.query(`set local search_path to "${schema}"`);
      const disagreement = await check?.(handleOf(client));
      if (disagreement !== undefined) {
        throw new BackupStopped("inconsistent", texts.inconsistent(disagreement));
      }
    }
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function createPartitions(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  for (const part of manifest.partitions) {
    const parent = qualified({ schema: part.schema, table: part.parent });
    await client.query(`create table if not exists ${qualified(part)} partition of ${parent} ${part.bound}`);
  }
}

async function setSequences(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  for (const { schema, sequence, value } of manifest.sequences) {
    await client.query("select setval($1::regclass, $2::bigint)", [`"${schema}"."${sequence}"`, value]);
  }
}

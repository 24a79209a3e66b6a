import pg from "pg";

import { ok, refuse, type Result } from "#kernel";

import { migrateDatabase } from "../database/migrate.ts";
import { createSchemasAt, migrateJobQueue } from "../database/schemas-at.ts";
import { readMigrations } from "../database/migration-files.ts";
import { summaryOf, type BackupSummary } from "./backup.ts";
import { NEUTRAL_SESSION } from "./catalogue.ts";
import { checkArchive } from "./checked-archive.ts";
import { assertEmpty } from "./empty-database.ts";
import { withoutForeignKeys } from "./foreign-keys.ts";
import { loadArchive } from "./load-archive.ts";
import { qualified, type Manifest } from "./manifest.ts";
import { BackupStopped, type BackupRefusal } from "./refusal.ts";
import { texts } from "./texts.fr.ts";
import { addRestoredJobs } from "./waiting-jobs.ts";

/** Looks at one restored schema and says in French what does not agree, or nothing. */
export type SchemaCheck = (client: pg.ClientBase, schema: string) => Promise<string | undefined>;

/**
 * Restores a backup into an empty database, of a later PostgreSQL too: the whole file is checked first, then one
 * transaction builds the schemas as they were, fills them, checks them and commits; only then are they brought up
 * to this program. Whatever goes wrong before, nothing has been written.
 * @param options.check run on every authority's schema before the commit
 */
export async function restoreDatabase(options: {
  connectionString: string;
  file: string;
  check?: SchemaCheck;
}): Promise<Result<BackupSummary, BackupRefusal>> {
  try {
    const manifest = await checkArchive(options.file);
    const version = assertKnown(manifest);
    await restoreInto(options, manifest, version);
    const migrated = await migrateDatabase(options.connectionString);
    if (!migrated.ok) return refuse({ code: "inconsistent", sentence: migrated.refusal.sentence });
    return ok(summaryOf(manifest));
  } catch (error) {
    if (error instanceof BackupStopped) return refuse(error.refusal);
    if (error instanceof pg.DatabaseError) {
      return refuse({ code: "inconsistent", sentence: texts.inconsistent(error.message) });
    }
    throw error;
  }
}

/** Refuses the backup of a newer or altered program; returns the step of the schema it was made at. */
function assertKnown(manifest: Manifest): number {
  const known = readMigrations();
  for (const { version, checksum } of manifest.migrations) {
    const step = known[version - 1];
    if (step === undefined) throw new BackupStopped("newer-backup", texts.newerBackup(version));
    if (step.checksum !== checksum) throw new BackupStopped("other-program", texts.otherProgram(version));
  }
  return Math.max(0, ...manifest.migrations.map(({ version }) => version));
}

async function restoreInto(
  { connectionString, file, check }: { connectionString: string; file: string; check?: SchemaCheck },
  manifest: Manifest,
  version: number,
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
      const disagreement = await check?.(client, schema);
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

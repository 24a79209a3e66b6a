import { existsSync } from "node:fs";

import { ok, refuse, type Result } from "#kernel";

import { createArchive, type ArchiveWriter } from "./archive-writer.ts";
import { partitionsOf, sequencesOf, tablesOf } from "./catalogue.ts";
import { contentQuery, rowsOf, wholeBackup, type Scope } from "./scope.ts";
import { folderOf, JOBS_FOLDER, MANIFEST_ENTRY, type Manifest, type TableContent } from "./manifest.ts";
import { BackupStopped, type BackupRefusal } from "./refusal.ts";
import { withSnapshot, type Snapshot } from "./snapshot.ts";
import { texts } from "./texts.fr.ts";
import { waitingJobsQuery } from "./waiting-jobs.ts";

/** What a backup or a restore held. */
export interface BackupSummary {
  authorities: string[];
  tables: number;
  rows: number;
  jobs: number;
}

/**
 * Writes the database into `file` while the program goes on: one snapshot, every table by COPY, the waiting
 * jobs, where the sequences stand, and a manifest with the schema's version, row counts and SHA-256 digests.
 * An existing file is never replaced, and a backup that fails leaves none.
 * @param options.authority name or host of the only authority to back up; all of them without it
 */
export async function backupDatabase(options: {
  connectionString: string;
  file: string;
  now: Temporal.Instant;
  authority?: string;
}): Promise<Result<BackupSummary, BackupRefusal>> {
  const { file } = options;
  if (existsSync(file)) return refuse({ code: "file-exists", sentence: texts.fileExists(file) });
  let archive: ArchiveWriter | undefined;
  try {
    archive = await createArchive(file).catch(notWritable(file));
    const into = archive;
    const manifest = await withSnapshot(options.connectionString, async (snapshot) => {
      const scope = await wholeBackup(snapshot.client, options.authority);
      return writeContents(snapshot, scope, into, options.now);
    });
    await archive.addFile(MANIFEST_ENTRY, JSON.stringify(manifest, undefined, 1)).catch(notWritable(file));
    await archive.finish().catch(notWritable(file));
    return ok(summaryOf(manifest));
  } catch (error) {
    await archive?.abandon();
    if (error instanceof BackupStopped) return refuse(error.refusal);
    if (isFull(error))
      return refuse({ code: "file-not-writable", sentence: texts.notWritable(file, "disque plein") });
    throw error;
  }
}

/** What a manifest says, for the technician. */
export function summaryOf(manifest: Manifest): BackupSummary {
  return {
    authorities: manifest.authorities.map(({ name }) => name),
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    jobs: manifest.jobs.rows,
  };
}

async function writeContents(
  snapshot: Snapshot,
  scope: Scope,
  archive: ArchiveWriter,
  now: Temporal.Instant,
): Promise<Manifest> {
  const { client } = snapshot;
  const tables: TableContent[] = [];
  for (const table of await tablesOf(client, scope.schemas)) {
    const content = await snapshot.copy(contentQuery(scope, table), (rows) =>
      archive.addFolder(folderOf(table), rows),
    );
    tables.push({ ...table, ...content });
  }
  const jobs = await snapshot.copy(waitingJobsQuery(scope.authorityId), (rows) =>
    archive.addFolder(JOBS_FOLDER, rows),
  );
  return {
    format: 1,
    made_at: now.toString(),
    postgresql: await serverVersion(snapshot),
    migrations: await rowsOf<Manifest["migrations"][number]>(
      client,
      "select distinct version, checksum from directory.applied_migration order by version",
    ),
    authorities: scope.authorities,
    tables,
    partitions: await partitionsOf(client, scope.schemas),
    sequences: await sequencesOf(client, scope.schemas),
    jobs,
  };
}

async function serverVersion({ client }: Snapshot): Promise<string> {
  const rows = await rowsOf<{ version: string }>(
    client,
    "select current_setting('server_version') as version",
  );
  return rows[0]?.version ?? "";
}

function notWritable(file: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new BackupStopped("file-not-writable", texts.notWritable(file, error.code ?? error.message));
  };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOSPC";
}

import { ok, refuse, type Result } from "#kernel";

import { readMigrations } from "../database/migration-files.ts";
import { checkArchive } from "./checked-archive.ts";
import type { Manifest } from "./manifest.ts";
import { BackupStopped, type BackupRefusal } from "./refusal.ts";
import { texts } from "./texts.fr.ts";

/** A backup that is whole and that this program can restore. */
export interface CheckedBackup {
  file: string;
  manifest: Manifest;
  /** The last step of db/migrations that its database had been through. */
  version: number;
}

/**
 * Reads a backup from end to end before any server is touched. Refuses a file that is missing, cut short,
 * altered or something else, and the backup of a newer or altered program.
 */
export async function openBackup(file: string): Promise<Result<CheckedBackup, BackupRefusal>> {
  try {
    const manifest = await checkArchive(file);
    return ok({ file, manifest, version: assertKnown(manifest) });
  } catch (error) {
    if (error instanceof BackupStopped) return refuse(error.refusal);
    throw error;
  }
}

function assertKnown(manifest: Manifest): number {
  const known = readMigrations();
  for (const { version, checksum } of manifest.migrations) {
    const step = known[version - 1];
    if (step === undefined) throw new BackupStopped("newer-backup", texts.newerBackup(version));
    if (step.checksum !== checksum) throw new BackupStopped("other-program", texts.otherProgram(version));
  }
  return Math.max(0, ...manifest.migrations.map(({ version }) => version));
}

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

import { inject } from "vitest";

import { migrateDatabase, prepareJournals, startEmbeddedPostgres } from "#platform";

import { vaultIn } from "../documents/vault-in.ts";
import { loadDemonstration } from "../../src/app/demonstration/load-demonstration.ts";

/**
 * Writes a data folder as the program's first start at that instant leaves it. The first file of the run that asks
 * loads it (ten seconds of a core); the others are given a copy of that one.
 */
export async function writeDemonstrationFolder(dataDir: string, now: Temporal.Instant): Promise<void> {
  const shared = inject("demonstrations");
  const loaded = join(shared, now.epochMilliseconds.toString());
  while (!existsSync(loaded)) {
    await inTurn(`${loaded}-turn`, async () => {
      if (!existsSync(loaded)) await loadFolder(`${loaded}-loading`, loaded, now);
    });
  }
  // With their owner: PostgreSQL serves no folder of another account.
  await promisify(execFile)("cp", ["-a", loaded, dataDir]);
}

/** Two workers may come at the same moment: the second comes back later. */
async function inTurn(turn: string, work: () => Promise<void>): Promise<void> {
  try {
    mkdirSync(turn);
  } catch {
    return wait(50);
  }
  try {
    await work();
  } finally {
    rmSync(turn, { recursive: true });
  }
}

async function loadFolder(dataDir: string, loaded: string, now: Temporal.Instant): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true });
  const started = await startEmbeddedPostgres({ dataDir, fsync: false });
  if (!started.ok) throw new Error(started.refusal.sentence);
  const { connectionString, stop } = started.value;
  try {
    const migrated = await migrateDatabase(connectionString);
    if (!migrated.ok) throw new Error(migrated.refusal.sentence);
    await prepareJournals(connectionString, now);
    await loadDemonstration(connectionString, now, vaultIn(dataDir));
  } finally {
    await stop();
  }
  renameSync(dataDir, loaded);
}

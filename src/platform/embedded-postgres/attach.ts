import { setTimeout as wait } from "node:timers/promises";

import { ok, type Result } from "#kernel";

import { loopbackAddress, socketAddress, type Address } from "./address.ts";
import { dataFolderAt } from "./folder.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { askServer } from "./readiness.ts";
import { refused, type EmbeddedRefusal } from "./refusal.ts";
import { startEmbeddedPostgres, type EmbeddedOptions } from "./start.ts";
import { texts } from "./texts.fr.ts";

/** The embedded server as a command sees it: its own for the time it runs, or that of the program beside it. */
export interface UsedPostgres {
  connectionString: string;
  /** Stops the server if this command started it, and only then. */
  release(): Promise<void>;
}

/** A program that has taken the folder may still be starting its server. */
const PATIENCE_MS = 30_000;

/**
 * For commands (`preau backup`, `preau import`…): the running program's embedded server when there is one, else a
 * server started for this command. Refuses as `startEmbeddedPostgres` does.
 */
export async function useEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Result<UsedPostgres, EmbeddedRefusal>> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const started = await startEmbeddedPostgres(options);
    if (started.ok) {
      return ok({ connectionString: started.value.connectionString, release: started.value.stop });
    }
    if (started.refusal.code !== "folder-in-use") return started;
    const attached = await attachToEmbeddedPostgres(options.dataDir);
    if (attached.ok || performance.now() > deadline) return attached;
    await wait(200);
  }
}

/** Connects to the server of a running program; refuses when none answers. */
async function attachToEmbeddedPostgres(dataDir: string): Promise<Result<UsedPostgres, EmbeddedRefusal>> {
  const folder = dataFolderAt(dataDir);
  const file = readPostmasterFile(folder.cluster);
  if (file === undefined) return refused("not-running", texts.notRunning(folder.root));
  const address: Address =
    process.platform === "win32" ? loopbackAddress(folder, file.port) : socketAddress(folder);
  if ((await askServer(address, 2_000)) !== "ready") {
    address.close();
    return refused("not-running", texts.notRunning(folder.root));
  }
  return ok({
    connectionString: address.to(),
    release: () => Promise.resolve(address.close()),
  });
}

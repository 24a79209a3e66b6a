import { setTimeout as wait } from "node:timers/promises";

import { lastCommandLine, readPostmasterFile } from "./postmaster-file.ts";
import { postmasterCommandLine, stopPostmaster, type Postmaster, type StartOptions } from "./postmaster.ts";
import { isAlive, isServerOf } from "./processes.ts";
import { askServer } from "./readiness.ts";

/** How long a server left behind may take to answer before it is taken for hung and stopped. */
const PATIENCE_MS = 6_000;
/** What it gets to stop in order after that. */
const HUNG_PATIENCE_MS = 5_000;

/**
 * Takes over the server that a killed program left running, if it runs with today's settings and answers.
 * Any other one (older settings or binaries, hung, shutting down) is brought to its end first.
 * @returns undefined when no server runs on the cluster any more, so that one can be started
 */
export async function adoptPostmaster(options: StartOptions): Promise<Postmaster | undefined> {
  const { cluster } = options.folder;
  const pid = readPostmasterFile(cluster)?.pid;
  if (pid === undefined || !isServerOf(cluster, pid)) return undefined;

  if (lastCommandLine(cluster) === postmasterCommandLine(options)) {
    let deadline = performance.now() + PATIENCE_MS;
    while (isAlive(pid) && performance.now() < deadline) {
      const answer = await askServer(options.address, 2_000);
      if (answer === "ready") return { pid, adopted: true };
      // Recovering takes what it takes; only silence is counted.
      if (answer === "busy") deadline = performance.now() + PATIENCE_MS;
      await wait(50);
    }
  }
  if (isAlive(pid)) await stopPostmaster(pid, HUNG_PATIENCE_MS);
  return undefined;
}

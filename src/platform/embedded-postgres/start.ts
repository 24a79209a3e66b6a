import { createServer } from "node:net";
import { once } from "node:events";

import { ok, type Result } from "#kernel";

import { loopbackAddress, socketAddress } from "./address.ts";
import { adoptPostmaster } from "./adoption.ts";
import { usableBinaries } from "./binaries.ts";
import { createCluster, repairOwnership } from "./cluster.ts";
import { checkCluster, clusterOwner, openDataFolder, type DataFolder } from "./folder.ts";
import { startPostmaster, stopPostmaster, type StartOptions } from "./postmaster.ts";
import type { EmbeddedRefusal } from "./refusal.ts";
import { takeRunLock } from "./run-lock.ts";
import type { ServerPlace } from "./server-process.ts";
import { serverUser } from "./server-user.ts";
import { serverSettings } from "./settings.ts";
import { watchPostmaster } from "./watch.ts";

/** The embedded server, running and guarded until `stop`. */
export interface EmbeddedPostgres {
  /** To the database `preau`, as its owner. */
  connectionString: string;
  /** To another database of the same server. */
  connectionStringTo(database: string): string;
  /** It was left running by a program that was killed, and taken over. */
  adopted: boolean;
  /** Number of the server's main process at present. */
  pid(): number;
  /** Stops the server and gives the data folder back. Whoever asks twice waits for the same stop. */
  stop(): Promise<void>;
}

/** What may be chosen; tests alone turn `fsync` off. */
export interface EmbeddedOptions {
  dataDir: string;
  fsync?: boolean;
  /** Told, in French, what happens to the server while the program runs. */
  log?: (sentence: string) => void;
}

/**
 * Starts the program's own PostgreSQL in `dataDir`, creating it at the first start, taking over or cleaning up
 * what a killed program or server left. Refuses, having changed nothing, a folder that cannot be written, that
 * another program uses, or whose cluster is not ours.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Result<EmbeddedPostgres, EmbeddedRefusal>> {
  const opened = openDataFolder(options.dataDir);
  if (!opened.ok) return opened;
  const place = serverPlace(opened.value);
  if (!place.ok) return place;
  const lock = takeRunLock(opened.value);
  if (!lock.ok) return lock;
  const started = await startLocked(opened.value, place.value, options, lock.value.release);
  if (!started.ok) lock.value.release();
  return started;
}

/** Everything that can be refused before the folder is touched. */
function serverPlace(folder: DataFolder): Result<ServerPlace, EmbeddedRefusal> {
  const user = serverUser(clusterOwner(folder));
  if (!user.ok) return user;
  const binaries = usableBinaries(user.value, folder.root);
  if (!binaries.ok) return binaries;
  const cluster = checkCluster(folder, binaries.value.major);
  return cluster.ok ? ok({ user: user.value, binaries: binaries.value }) : cluster;
}

async function startLocked(
  folder: DataFolder,
  place: ServerPlace,
  options: EmbeddedOptions,
  release: () => void,
): Promise<Result<EmbeddedPostgres, EmbeddedRefusal>> {
  const fsync = options.fsync ?? true;
  // Looked at again: another program may have created it, and ended, before the lock was ours.
  const exists = checkCluster(folder, place.binaries.major);
  if (!exists.ok) return exists;
  if (exists.value) repairOwnership(folder.cluster, place.user);
  else {
    const created = await createCluster(place, folder, { fsync });
    if (!created.ok) return created;
  }

  const start: StartOptions = {
    place,
    folder,
    log: options.log ?? (() => undefined),
    ...(await listening(folder, fsync)),
  };
  const adopted = await adoptPostmaster(start);
  const postmaster = adopted === undefined ? await startPostmaster(start) : ok(adopted);
  if (!postmaster.ok) {
    start.address.close();
    return postmaster;
  }
  const watch = watchPostmaster(postmaster.value, start);
  let stopping: Promise<void> | undefined;
  return ok({
    connectionString: start.address.to(),
    connectionStringTo: start.address.to,
    adopted: postmaster.value.adopted,
    pid: watch.pid,
    stop: () =>
      (stopping ??= (async () => {
        await watch.end();
        await stopPostmaster(watch.pid());
        start.address.close();
        release();
      })()),
  });
}

/** On a Unix socket; on the loopback where there is none. */
async function listening(folder: DataFolder, fsync: boolean) {
  if (process.platform !== "win32") {
    return { address: socketAddress(folder), settings: serverSettings({ fsync }) };
  }
  const tcpPort = await freePort();
  return { address: loopbackAddress(folder, tcpPort), settings: serverSettings({ fsync, tcpPort }) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No free port on the loopback");
  return address.port;
}

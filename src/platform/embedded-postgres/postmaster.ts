import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { ok, type Result } from "#kernel";

import type { Address } from "./address.ts";
import type { DataFolder } from "./folder.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { isAlive, isServerOf, processesOf, sendSignal } from "./processes.ts";
import { askServer } from "./readiness.ts";
import { refused, type EmbeddedRefusal } from "./refusal.ts";
import { nameOfFolder, programPath, spawnProgram, type ServerPlace } from "./server-process.ts";
import { texts } from "./texts.fr.ts";

/** The server that this program looks after: started by it, or found running and adopted. */
export interface Postmaster {
  pid: number;
  /** The server was left running by a program that was killed. */
  adopted: boolean;
}

/** What starting a server needs. */
export interface StartOptions {
  place: ServerPlace;
  folder: DataFolder;
  address: Address;
  settings: Readonly<Record<string, string>>;
  log: (sentence: string) => void;
}

const LOG_ROTATION_BYTES = 5_000_000;
const POLL_MS = 10;
/** Reading the journal again after a crash may take long on a slow disk; a hung server must not hang us. */
const LONGEST_RECOVERY_MS = 10 * 60_000;
/** Children of a killed server notice within moments that it is gone; then they are ended. */
const ORPHANS_MAY_TAKE_MS = 5_000;

/** Starts the server on its cluster and waits until it answers, whatever a kill left behind. */
export async function startPostmaster(options: StartOptions): Promise<Result<Postmaster, EmbeddedRefusal>> {
  const { folder } = options;
  await endOrphans(folder.cluster);
  removeSocket(folder.cluster);
  const logFrom = rotateLog(folder.logFile);
  const pid = await spawnPostmaster(options);
  if (pid === undefined) return refused("server-failed", texts.failed("postgres", folder.logFile));

  const startedAt = performance.now();
  let told = false;
  while (isAlive(pid) && performance.now() - startedAt < LONGEST_RECOVERY_MS) {
    const file = readPostmasterFile(folder.cluster);
    if (file?.pid === pid && file.status === "ready") {
      const answer = await askServer(options.address, 5_000);
      if (answer === "ready") return ok({ pid, adopted: false });
    }
    if (!told && performance.now() - startedAt > 3_000) {
      told = true;
      options.log(texts.recovering);
    }
    await wait(POLL_MS);
  }
  if (isAlive(pid)) await stopPostmaster(pid);
  return refused("server-failed", texts.failed(complaintSince(folder.logFile, logFrom), folder.logFile));
}

/** The command line of `postgres`, program excluded. */
function postmasterArguments({ place, folder, settings }: StartOptions): string[] {
  const set = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", nameOfFolder(place.user, folder.cluster), ...set];
}

/** The command line as PostgreSQL notes it in postmaster.opts. */
export function postmasterCommandLine(options: StartOptions): string {
  const quoted = postmasterArguments(options).map((argument) => `"${argument}"`);
  return [programPath(options.place.binaries, "postgres"), ...quoted].join(" ");
}

async function spawnPostmaster(options: StartOptions): Promise<number | undefined> {
  const { place, folder } = options;
  const log = openSync(folder.logFile, "a", 0o600);
  try {
    const child = spawnProgram(place, "postgres", postmasterArguments(options), {
      folder: folder.cluster,
      stdio: ["ignore", log, log],
      environment: ignoredPid(folder.cluster),
    });
    await new Promise<void>((resolve) => child.once("spawn", resolve).once("error", () => resolve()));
    child.unref();
    return child.pid;
  } finally {
    closeSync(log);
  }
}

/**
 * A postmaster.pid left by a kill may name a process that is now somebody else's, and PostgreSQL would refuse to
 * start for it. We know better than it who that process is; the variable by which pg_ctl tells it to ignore one
 * process says so, and leaves PostgreSQL's check of the shared memory, which finds surviving children, in force.
 */
function ignoredPid(cluster: string): Record<string, string> {
  const stale = readPostmasterFile(cluster)?.pid;
  return stale === undefined || isServerOf(cluster, stale) ? {} : { PG_GRANDPARENT_PID: String(stale) };
}

/** Children that outlive a killed server hold its shared memory, and no new server may start until they end. */
async function endOrphans(cluster: string): Promise<void> {
  const deadline = performance.now() + ORPHANS_MAY_TAKE_MS;
  while (processesOf(cluster).length > 0) {
    if (performance.now() > deadline) for (const pid of processesOf(cluster)) sendSignal(pid, "SIGKILL");
    await wait(POLL_MS);
  }
}

/** The lock beside a socket names a process too; no server is running, so nobody holds it. */
function removeSocket(cluster: string): void {
  for (const name of [".s.PGSQL.5432", ".s.PGSQL.5432.lock"]) rmSync(join(cluster, name), { force: true });
}

/**
 * Stops a server: in order (clients are cut off, all is written), at once if that takes longer than
 * `patienceMs`, by force if it does not even do that; the next start recovers.
 */
export async function stopPostmaster(pid: number, patienceMs = 20_000): Promise<void> {
  const steps = [
    { signal: "SIGINT", patienceMs },
    { signal: "SIGQUIT", patienceMs: 3_000 },
    { signal: "SIGKILL", patienceMs: 3_000 },
  ] as const;
  // One that was suspended hears nothing else.
  sendSignal(pid, "SIGCONT");
  for (const { signal, patienceMs } of steps) {
    sendSignal(pid, signal);
    const deadline = performance.now() + patienceMs;
    while (isAlive(pid) && performance.now() < deadline) await wait(POLL_MS);
    if (!isAlive(pid)) return;
  }
}

/** Sets a large log aside; returns the length from which the next start writes. */
function rotateLog(logFile: string): number {
  const size = existsSync(logFile) ? statSync(logFile).size : 0;
  if (size < LOG_ROTATION_BYTES) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

function complaintSince(logFile: string, from: number): string {
  const lines = readFileSync(logFile).subarray(from).toString("utf8").split("\n");
  const fatal = lines.findLast((line) => /FATAL|PANIC|error while loading/.test(line));
  return fatal?.replace(/^.*?(?:FATAL|PANIC): +/, "") ?? texts.silent;
}

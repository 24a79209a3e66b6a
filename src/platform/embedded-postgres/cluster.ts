import {
  chmodSync,
  chownSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { ok, type Result } from "#kernel";

import { loopbackPassword } from "./loopback-password.ts";
import type { DataFolder } from "./folder.ts";
import { refused, type EmbeddedRefusal } from "./refusal.ts";
import { nameOfFolder, spawnProgram, type ServerPlace } from "./server-process.ts";
import type { ServerUser } from "./server-user.ts";
import { texts } from "./texts.fr.ts";

/**
 * Creates the cluster beside its final place and moves it there whole: a start that was killed half-way leaves
 * nothing that the next one could take for a cluster.
 *
 * UTF-8 with the built-in C.UTF-8 locale, the same on every system. On a Unix socket inside a folder that only
 * the server's account can enter, a password would protect nothing more: that account owns the files too.
 */
export async function createCluster(
  place: ServerPlace,
  folder: DataFolder,
  options: { fsync: boolean },
): Promise<Result<void, EmbeddedRefusal>> {
  const unfinished = `${folder.cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (place.user !== null) chownSync(unfinished, place.user.uid, place.user.gid);

  const initdb = spawnProgram(place, "initdb", initdbArguments(place, folder, unfinished, options), {
    folder: unfinished,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(initdb, "close").then(
    ([code]) => code === 0,
    () => false,
  );
  const complaint = initdb.stderr === null ? "" : await text(initdb.stderr);
  if (!(await ended)) {
    rmSync(unfinished, { recursive: true, force: true });
    return refused("server-failed", texts.failed(firstError(complaint), folder.logFile));
  }
  rmSync(folder.cluster, { recursive: true, force: true });
  renameSync(unfinished, folder.cluster);
  return ok(undefined);
}

function initdbArguments(
  place: ServerPlace,
  folder: DataFolder,
  unfinished: string,
  options: { fsync: boolean },
): string[] {
  return [
    ...["-D", nameOfFolder(place.user, unfinished), "-U", "postgres", "--encoding=UTF8"],
    ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...["--text-search-config=simple", "--no-instructions"],
    ...(options.fsync ? [] : ["--no-sync"]),
    ...(process.platform === "win32"
      ? ["--auth=scram-sha-256", `--pwfile=${passwordFile(folder)}`]
      : ["--auth=trust"]),
  ];
}

function passwordFile(folder: DataFolder): string {
  return loopbackPassword(folder).file;
}

function firstError(complaint: string): string {
  const lines = complaint.split("\n").filter((line) => line.trim() !== "");
  return lines.find((line) => /error|fatal/i.test(line)) ?? lines[0] ?? "initdb";
}

/**
 * Gives a cluster the owner and the closed mode that PostgreSQL insists on, which a copy of the data folder
 * made by root (`cp -r`) has lost.
 */
export function repairOwnership(cluster: string, user: ServerUser | null): void {
  const stats = statSync(cluster);
  if ((stats.mode & 0o077) !== 0) chmodSync(cluster, 0o700);
  if (user === null || stats.uid === user.uid) return;
  chownSync(cluster, user.uid, user.gid);
  for (const entry of readdirSync(cluster, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
}

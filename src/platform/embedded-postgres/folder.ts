import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

import { ok, type Result } from "#kernel";

import { refused, type EmbeddedRefusal } from "./refusal.ts";
import { texts } from "./texts.fr.ts";

/** The data folder and what lies in it. */
export interface DataFolder {
  root: string;
  /** The PostgreSQL cluster. */
  cluster: string;
  logFile: string;
}

/** Names the parts of a data folder, present or not. */
export function dataFolderAt(path: string): DataFolder {
  const root = existsSync(path) ? realpathSync(path) : resolve(path);
  return { root, cluster: join(root, "postgres"), logFile: join(root, "postgres.log") };
}

/** Creates the data folder where it is missing; refuses one that we may not write. */
export function openDataFolder(path: string): Result<DataFolder, EmbeddedRefusal> {
  try {
    createFolder(resolve(path));
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return refused("folder-not-writable", texts.notWritable(resolve(path), codeOf(error)));
  }
  return ok(dataFolderAt(path));
}

/** Not `recursive: true`, with which Node turns round for ever under /proc. */
function createFolder(path: string): void {
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) throw Object.assign(new Error("A file"), { code: "ENOTDIR" });
    return;
  }
  createFolder(dirname(path));
  mkdirSync(path);
}

/** Uid of the account that owns the cluster; undefined when there is no cluster yet. */
export function clusterOwner(folder: DataFolder): number | undefined {
  return statSync(folder.cluster, { throwIfNoEntry: false })?.uid;
}

/**
 * Refuses a cluster that this program must not touch: another account's, another major version's, or a folder
 * of that name which holds something else.
 * @returns whether there is a cluster already
 */
export function checkCluster(folder: DataFolder, major: string): Result<boolean, EmbeddedRefusal> {
  const owner = clusterOwner(folder);
  if (owner === undefined) return ok(false);
  const own = process.getuid?.();
  if (own !== undefined && own !== 0 && own !== owner) {
    return refused("folder-of-another-user", texts.anotherUser(folder.cluster, owner));
  }
  const versionFile = join(folder.cluster, "PG_VERSION");
  if (!existsSync(versionFile)) {
    return readdirSync(folder.cluster).length === 0
      ? ok(false)
      : refused("not-a-cluster", texts.notACluster(folder.cluster));
  }
  const found = readFileSync(versionFile, "utf8").trim();
  return found === major
    ? ok(true)
    : refused("other-version", texts.otherVersion(folder.cluster, found, major));
}

/** « EACCES »: the system's own short name of what went wrong. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

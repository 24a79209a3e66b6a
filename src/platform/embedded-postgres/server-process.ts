import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { join } from "node:path";

import type { Binaries } from "./binaries.ts";
import { canReach } from "./reach.ts";
import type { ServerUser } from "./server-user.ts";

/** Where and as whom PostgreSQL's programs run. */
export interface ServerPlace {
  binaries: Binaries;
  user: ServerUser | null;
}

/**
 * How a program started inside `folder` must name that folder. When its account cannot walk down to it (root's
 * own data under /root), Linux still lets it use the folder in which it was started.
 */
export function nameOfFolder(user: ServerUser | null, folder: string): string {
  return process.platform === "linux" && !canReach(user, folder) ? "/proc/self/cwd" : folder;
}

/** Path of one of PostgreSQL's programs. */
export function programPath(binaries: Binaries, name: "initdb" | "postgres"): string {
  return join(binaries.folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/**
 * Starts one of PostgreSQL's programs inside `folder`, in a session of its own: Ctrl-C in the terminal is for
 * the program, which then stops its server in order.
 */
export function spawnProgram(
  place: ServerPlace,
  name: "initdb" | "postgres",
  args: readonly string[],
  options: { folder: string; stdio: StdioOptions; environment?: Record<string, string> },
): ChildProcess {
  return spawn(programPath(place.binaries, name), args, {
    cwd: options.folder,
    stdio: options.stdio,
    detached: true,
    env: { ...environment(), ...options.environment },
    ...(place.user === null ? {} : { uid: place.user.uid, gid: place.user.gid }),
  });
}

/** Our environment without what would steer PostgreSQL (PGDATA, PGPORT…), in the neutral language. */
function environment(): Record<string, string> {
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || /^(PG|LC_|LANG)/.test(name) ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { ok, type Result } from "#kernel";

import { codeOf, type DataFolder } from "./folder.ts";
import { refused, type EmbeddedRefusal } from "./refusal.ts";
import { texts } from "./texts.fr.ts";

/** Held while this program uses the data folder. */
export interface RunLock {
  release(): void;
}

/** SQLITE_BUSY */
const HELD_BY_ANOTHER = 5;

/**
 * Takes the data folder for this program alone. The lock is the one that SQLite takes on an (empty) file: the
 * system itself drops it when the process ends, however it ends, so that there is no stale lock after kill -9,
 * no process number to compare, and no moment when two programs both believe that they hold it.
 */
export function takeRunLock(folder: DataFolder): Result<RunLock, EmbeddedRefusal> {
  const pidFile = join(folder.root, "run.pid");
  try {
    const file = new DatabaseSync(join(folder.root, "run.lock"));
    file.exec("begin exclusive");
    writeFileSync(pidFile, String(process.pid));
    return ok({
      release: () => {
        rmSync(pidFile, { force: true });
        file.close();
      },
    });
  } catch (error) {
    return isHeld(error)
      ? refused("folder-in-use", texts.inUse(folder.root, holderOf(pidFile)))
      : refused("folder-not-writable", texts.notWritable(folder.root, codeOf(error)));
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === HELD_BY_ANOTHER;
}

/** Number of the process that holds the lock, for the message only. */
function holderOf(pidFile: string): string | undefined {
  try {
    return readFileSync(pidFile, "utf8");
  } catch {
    return undefined;
  }
}

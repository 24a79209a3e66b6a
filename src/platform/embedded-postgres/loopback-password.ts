import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { DataFolder } from "./folder.ts";

/**
 * The password of the embedded server where it listens on the loopback (Windows): every program of the machine
 * can knock there. Drawn at the first call, then kept in the data folder for its owner alone.
 */
export function loopbackPassword(folder: DataFolder): { file: string; password: string } {
  const file = join(folder.root, "postgres-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return { file, password: readFileSync(file, "utf8") };
}

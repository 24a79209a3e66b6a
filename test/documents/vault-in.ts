import { join } from "node:path";

import type { VaultSettings } from "#documents";

/** Files and keys of a data folder, where the program looks for them unless told otherwise. */
export function vaultIn(dataDir: string): VaultSettings {
  return {
    filesDir: join(dataDir, "documents"),
    keysDir: join(dataDir, "keys"),
    s3: null,
    clamd: null,
    mostMegabytes: 10,
  };
}

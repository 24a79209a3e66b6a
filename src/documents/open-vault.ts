import { join } from "node:path";

import { KeyRing } from "./keys/key-ring.ts";
import { clamdScanner } from "./scan/scanner.ts";
import { diskStore } from "./store/disk-store.ts";
import { s3Store } from "./store/s3-store.ts";
import type { Vault } from "./vault.ts";

/** Where the technician keeps files and keys, and who looks at files. */
export interface VaultSettings {
  readonly filesDir: string;
  /** « https://KEY:SECRET@s3.example/BUCKET?region=gra »; null for this machine's disk. */
  readonly s3: URL | null;
  readonly keysDir: string;
  /** « tcp://127.0.0.1:3310 », « unix:///run/clamav/clamd.ctl »; null without an antivirus. */
  readonly clamd: URL | null;
  readonly mostMegabytes: number;
}

/** The store, the keys and the antivirus of the settings. Opens nothing yet. */
export function openVault({ filesDir, s3, keysDir, clamd, mostMegabytes }: VaultSettings): Vault {
  return {
    store: s3 === null ? diskStore(filesDir) : s3Store(s3, join(filesDir, "spool")),
    keys: new KeyRing(keysDir),
    scanner: clamd === null ? null : clamdScanner(clamd),
    mostBytes: mostMegabytes * 1_000_000,
  };
}

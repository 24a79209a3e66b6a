import { KeyRing } from "./keys/key-ring.ts";
import { clamdScanner } from "./scan/scanner.ts";
import { diskStore } from "./store/disk-store.ts";
import type { Vault } from "./vault.ts";

/** Where the technician keeps files and keys, and who looks at files. */
export interface VaultSettings {
  readonly filesDir: string;
  readonly keysDir: string;
  /** « tcp://127.0.0.1:3310 », « unix:///run/clamav/clamd.ctl »; null without an antivirus. */
  readonly clamd: URL | null;
  readonly mostMegabytes: number;
}

/** The store, the keys and the antivirus of the settings. Opens nothing yet. */
export function openVault({ filesDir, keysDir, clamd, mostMegabytes }: VaultSettings): Vault {
  return {
    store: diskStore(filesDir),
    keys: new KeyRing(keysDir),
    scanner: clamd === null ? null : clamdScanner(clamd),
    mostBytes: mostMegabytes * 1_000_000,
  };
}

import { createHash, randomUUID } from "node:crypto";

import { ok, refuse, type Result } from "#kernel";
import type { IncomingFile } from "#platform";

import type { KeyRing, WrappedKey } from "./keys/key-ring.ts";
import { cleanName } from "./rules/clean-name.ts";
import type { FileRefusal, FileType } from "./rules/file-refusal.ts";
import { Inspection } from "./rules/inspection.ts";
import type { Scanner } from "./scan/scanner.ts";
import { newFileKey, seal, unseal } from "./sealed/seal.ts";
import { StoreFull, type FileStore } from "./store/file-store.ts";

/** Where files are kept, with what they are sealed, and who looks at them first. */
export interface Vault {
  readonly store: FileStore;
  readonly keys: KeyRing;
  /** Null where no antivirus is configured: files then open as downloads only. */
  readonly scanner: Scanner | null;
  readonly mostBytes: number;
}

/** A file that is in the store, before a row of the database names it. Without one, the sweep takes it away. */
export interface ReceivedFile {
  readonly fileId: string;
  readonly name: string;
  readonly type: FileType;
  readonly bytes: number;
  readonly sha256: Uint8Array;
  readonly scan: "unscanned" | "waiting" | "clean";
  readonly key: WrappedKey;
}

/** Why a file was not taken in. */
export type ReceiveRefusal =
  | FileRefusal
  | { readonly code: "infected"; readonly found: string }
  | { readonly code: "store-full" };

/** What waits longer is looked at by a job; the sender does not wait for it. */
const LONGEST_SCAN_MS = 8_000;

/**
 * Takes a file in as it arrives: looked at, sealed and written piece by piece, then shown to the antivirus. When this
 * returns it is on the disk; refused, nothing of it is left.
 * @param unnamed what it is called where its name says nothing
 */
export async function receiveFile(
  vault: Vault,
  { authorityId, unnamed, now }: { authorityId: string; unnamed: string; now: Temporal.Instant },
  file: IncomingFile,
): Promise<Result<ReceivedFile, ReceiveRefusal>> {
  const fileId = randomUUID();
  const fileKey = newFileKey(fileId);
  const place = { authorityId, fileId };
  const key = await vault.keys.wrap(authorityId, fileKey, now);
  const checked = new CheckedContent(file.content, vault.mostBytes);
  try {
    await vault.store.write(place, seal(checked.bytes(), fileKey));
  } catch (error) {
    if (checked.refusal !== undefined) return refuse(checked.refusal);
    if (error instanceof StoreFull) return refuse({ code: "store-full" });
    throw error;
  }
  const { type, length } = checked;
  if (type === undefined) throw new Error("A file was kept before its type was known");
  const scan = await scanned(vault, place, key);
  if (scan.kind === "found") {
    await vault.store.remove(place);
    return refuse({ code: "infected", found: scan.name });
  }
  const name = cleanName(file.name, type, unnamed);
  return ok({ fileId, name, type, bytes: length, sha256: checked.sha256(), scan: scan.kind, key });
}

/** What is kept of a file, as it was sent. Throws where it is missing or was altered: before the piece that was. */
export async function openFile(
  vault: Vault,
  place: { authorityId: string; fileId: string },
  key: WrappedKey,
): Promise<AsyncGenerator<Uint8Array>> {
  const fileKey = await vault.keys.unwrap(place.authorityId, place.fileId, key);
  return unseal(await vault.store.read(place), fileKey);
}

async function scanned(
  vault: Vault,
  place: { authorityId: string; fileId: string },
  key: WrappedKey,
): Promise<{ kind: "unscanned" | "waiting" | "clean" } | { kind: "found"; name: string }> {
  if (vault.scanner === null) return { kind: "unscanned" };
  const verdict = await vault.scanner.scan(await openFile(vault, place, key), LONGEST_SCAN_MS);
  switch (verdict.kind) {
    case "no-answer":
      return { kind: "waiting" };
    case "too-long":
      return { kind: "unscanned" };
    case "clean":
    case "found":
      return verdict;
  }
}

/** The bytes of a file as they pass, counted and looked at; what they turn out to be once all have passed. */
class CheckedContent {
  refusal: FileRefusal | undefined;
  type: FileType | undefined;
  length = 0;
  readonly #content: AsyncIterable<Uint8Array>;
  readonly #inspection: Inspection;
  readonly #hash = createHash("sha256");

  constructor(content: AsyncIterable<Uint8Array>, mostBytes: number) {
    this.#content = content;
    this.#inspection = new Inspection({ mostBytes });
  }

  /** Throws where the file is refused, so that whoever writes it keeps nothing. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#content) {
      this.#stopAt(this.#inspection.take(piece));
      this.#hash.update(piece);
      this.length += piece.length;
      yield piece;
    }
    const ended = this.#inspection.end();
    if (ended.ok) this.type = ended.value;
    else this.#stopAt(ended.refusal);
  }

  sha256(): Uint8Array {
    return this.#hash.digest();
  }

  #stopAt(refusal: FileRefusal | undefined): void {
    if (refusal === undefined) return;
    this.refusal = refusal;
    throw new Error(`A file is refused: ${refusal.code}`);
  }
}

import { Readable } from "node:stream";

import type { Id } from "#kernel";
import { writeJournal, type Reads, type Writes } from "#platform";

import type { WrappedKey } from "../keys/key-ring.ts";
import { openFile, type Vault } from "../vault.ts";
import { lineOf, type Sender } from "./keep-version.ts";
import type { DocumentVersion } from "./queries.ts";

/** The key of a version, closed. */
export async function wrappedKeyOf(reads: Reads, versionId: string): Promise<WrappedKey> {
  const key = await reads.row<{ keyId: string; wrapped: Uint8Array }>(
    "documents_wrapped_key",
    `select key_id as "keyId", wrapped_key as wrapped from document_version where id = $1`,
    [versionId],
  );
  if (key === undefined) throw new Error(`No version ${versionId}`);
  return key;
}

/**
 * The bytes of a version, with the line in the journal that tells who opened it. Who may was decided before, by the
 * capability that knows whose it is; one that waits for the antivirus is opened by nobody.
 */
export async function openVersion(
  writes: Writes,
  vault: Vault,
  version: DocumentVersion,
  by: Sender,
): Promise<Readable | undefined> {
  if (version.scan === "waiting") return undefined;
  const { versionId, ownerId } = version;
  await writeJournal(writes, {
    ...lineOf(by, ownerId),
    act: "documents.opened",
    objectKind: "document-version",
    objectId: versionId,
  });
  const key = await wrappedKeyOf(writes, versionId);
  return Readable.from(await openFile(vault, { authorityId: by.authorityId, fileId: versionId }, key), {
    objectMode: false,
  });
}

/** Notes in the journal that a file was refused, and why; nothing of it is kept, nor its name. */
export function noteRefused(
  writes: Writes,
  by: Sender,
  { ownerId, code, found }: { ownerId: Id<"household">; code: string; found?: string },
): Promise<void> {
  return writeJournal(writes, {
    ...lineOf(by, ownerId),
    act: "documents.refused",
    facts: found === undefined ? { code } : { code, found },
  });
}

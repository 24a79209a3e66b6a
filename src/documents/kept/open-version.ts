import type { SignedInVisit, Visit } from "#identity";
import type { Id } from "#kernel";
import { writeJournal, type Reads, type Writes } from "#platform";

import type { WrappedKey } from "../keys/key-ring.ts";
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

/** A version that somebody may open, noted in the journal; without its key while it waits for the antivirus. */
export interface OpenedVersion {
  readonly version: DocumentVersion;
  readonly key: WrappedKey | undefined;
}

/**
 * Opens a version for this visit: one transaction finds it and writes who opened it. Who may is decided by `find`, of
 * the capability that knows whose it is.
 */
export function openVersion(
  visit: SignedInVisit,
  find: (reads: Reads) => Promise<DocumentVersion | undefined>,
): Promise<OpenedVersion | undefined> {
  return visit.database.write(async (writes) => {
    const version = await find(writes);
    if (version === undefined) return undefined;
    if (version.scan === "waiting") return { version, key: undefined };
    const { versionId, ownerId } = version;
    await writeJournal(writes, {
      ...lineOf(senderOf(visit), ownerId),
      act: "documents.opened",
      objectKind: "document-version",
      objectId: versionId,
    });
    return { version, key: await wrappedKeyOf(writes, versionId) };
  });
}

/**
 * Opens a version of what is handed out to many: the journal keeps who reads the papers of a household, not who reads
 * the news.
 */
export function openPublished(
  { database }: Pick<Visit, "database">,
  find: (reads: Reads) => Promise<DocumentVersion | undefined>,
): Promise<OpenedVersion | undefined> {
  return database.read(async (reads) => {
    const version = await find(reads);
    if (version === undefined) return undefined;
    const key = version.scan === "waiting" ? undefined : await wrappedKeyOf(reads, version.versionId);
    return { version, key };
  });
}

/** Notes in the journal that a file was refused, and why; nothing of it is kept, nor its name. */
export function noteRefused(
  writes: Writes,
  by: Sender,
  { householdId, code, found }: { householdId: Id<"household"> | null; code: string; found?: string },
): Promise<void> {
  return writeJournal(writes, {
    ...lineOf(by, householdId),
    act: "documents.refused",
    facts: found === undefined ? { code } : { code, found },
  });
}

/** Who sends or opens, as documents keep it. */
export function senderOf({ authority, actor, address, now }: SignedInVisit): Sender {
  return { authorityId: authority.id, accountId: actor.accountId, name: actor.name, address, now };
}

import type { Background } from "#identity";

import { openFile, type Vault } from "../vault.ts";
import { wrappedKeyOf } from "./open-version.ts";
import type { DocumentVersion } from "./queries.ts";

/**
 * What a version holds, for a file that is made of it; undefined while it waits for the antivirus. The caller has decided
 * for whom, and writes its own line in the journal.
 */
export async function readVersion(
  vault: Vault,
  { authority, database }: Pick<Background, "authority" | "database">,
  { versionId, scan }: DocumentVersion,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  if (scan === "waiting") return undefined;
  const key = await database.read((reads) => wrappedKeyOf(reads, versionId));
  return openFile(vault, { authorityId: authority.id, fileId: versionId }, key);
}

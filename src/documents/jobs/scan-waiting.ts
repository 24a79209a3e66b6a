import type { Handler } from "#identity";
import { announce, formId, writeJournal, type Writes } from "#platform";
import { z } from "zod";

import { wrappedKeyOf } from "../kept/open-version.ts";
import { versionById, type DocumentVersion } from "../kept/queries.ts";
import { openFile, type Vault } from "../vault.ts";

const waitsForScan = z.object({ version: formId<"document-version">() });

const LONGEST_SCAN_MS = 120_000;

/**
 * On `documents.waitsForScan`: shows the file to the antivirus again, until it answers (the queue tries later, less and
 * less often). A file that is too long for it opens as a download only, as where there is none. What it finds goes away, with its row: the version before it is the current one again, and the household
 * is told by `documents.infected`.
 */
export function scanWaiting(vault: Vault): Handler {
  return async ({ authority, database, now }, facts) => {
    const { version: versionId } = waitsForScan.parse(facts);
    const version = await database.read((reads) => versionById(reads, versionId));
    if (version === undefined || version.scan !== "waiting") return;
    const place = { authorityId: authority.id, fileId: versionId };
    const key = await database.read((reads) => wrappedKeyOf(reads, versionId));
    const verdict = await vault.scanner?.scan(await openFile(vault, place, key), LONGEST_SCAN_MS);
    if (verdict?.kind === "no-answer") throw new Error(`The antivirus gave no answer: ${verdict.why}`);
    if (verdict?.kind !== "found") {
      const scan = verdict?.kind === "clean" ? "clean" : "unscanned";
      await database.write((writes) =>
        writes.run("documents_scanned", `update document_version set scan = $2 where id = $1`, [
          versionId,
          scan,
        ]),
      );
      return;
    }
    await database.write(async (writes) => {
      if (!(await forget(writes, version))) return;
      await writeJournal(writes, {
        at: now,
        accountId: null,
        byLabel: "Préau",
        act: "documents.refused",
        householdId: version.ownerId,
        facts: { code: "infected", found: verdict.name },
      });
      const { ownerId, kindLabel, sentBy } = version;
      await announce(writes, authority.id, {
        type: "documents.infected",
        facts: { version: versionId, household: ownerId, kind: kindLabel, sentBy },
      });
    });
    await vault.store.remove(place);
  };
}

/** Deletes the row of a version; the one before is current again. False where another run has done it. */
async function forget(writes: Writes, { versionId, documentId }: DocumentVersion): Promise<boolean> {
  const deleted = await writes.run("documents_forget_version", `delete from document_version where id = $1`, [
    versionId,
  ]);
  if (deleted === 0) return false;
  await writes.run(
    "documents_current_again",
    `update document_version set superseded_at = null
     where document_id = $1 and number = (select max(number) from document_version where document_id = $1)`,
    [documentId],
  );
  await writes.run(
    "documents_forget_empty",
    `delete from document d
     where d.id = $1 and not exists (select from document_version v where v.document_id = d.id)`,
    [documentId],
  );
  return true;
}

import { ok, refuse, type Id, type Result } from "#kernel";
import { announce, writeJournal, type Writes } from "#platform";

import type { ReceivedFile } from "../vault.ts";

/** Who sends a file, as it is kept with it and in the journal. */
export interface Sender {
  readonly authorityId: Id<"authority">;
  readonly accountId: Id<"account">;
  readonly name: string;
  readonly address: string;
  readonly now: Temporal.Instant;
}

/** What a file is, as its sender says. The caller has decided that the owner and the subject are within reach. */
export interface DocumentFacts {
  /** The household, or the publication that hands it out. */
  readonly ownerId: Id<"household"> | Id<"publication">;
  /** The household whose the document is, as the journal names it; null for what is handed out to many. */
  readonly householdId: Id<"household"> | null;
  /** About whom; null for the household itself. */
  readonly subjectId: string | null;
  readonly kindId: Id<"document-kind">;
  readonly validUntil: Temporal.PlainDate | null;
  /** The document that it takes the place of; null for a new one. */
  readonly replaces: Id<"document"> | null;
  /** Made with the form, so that it is kept once. */
  readonly formKey: Id<"form">;
}

/** The document that holds the file. */
export interface KeptVersion {
  readonly documentId: Id<"document">;
  /** This form had been sent before: the file that came now is one too many. */
  readonly again: boolean;
}

/**
 * Writes the row of a file that is in the store already, with its line in the journal. The versions of a document are
 * numbered under its lock, so that two adults who replace it at one moment leave two versions, one of them current.
 */
export async function keepVersion(
  writes: Writes,
  file: ReceivedFile,
  facts: DocumentFacts,
  by: Sender,
): Promise<Result<KeptVersion, { code: "unknown" }>> {
  // A button that is pressed twice sends the form twice at one moment: the second waits, and finds what the first kept.
  await writes.rows(
    "documents_form_lock",
    "select pg_advisory_xact_lock(hashtextextended('document ' || $1, 0))::text as held",
    [facts.formKey],
  );
  const known = await writes.row<{ documentId: Id<"document"> }>(
    "documents_form_kept",
    `select document_id as "documentId" from document_version where form_key = $1`,
    [facts.formKey],
  );
  if (known !== undefined) return ok({ documentId: known.documentId, again: true });
  const documentId = await documentFor(writes, facts, by.now);
  if (documentId === undefined) return refuse({ code: "unknown" });
  await writes.run(
    "documents_supersede",
    `update document_version set superseded_at = $2 where document_id = $1 and superseded_at is null`,
    [documentId, by.now.toString()],
  );
  await writes.run(
    "documents_keep_version",
    `insert into document_version (id, document_id, number, form_key, name, type, bytes, sha256, valid_until, scan,
                                   sent_at, sent_by_id, sent_by_label, key_id, wrapped_key)
     select $1, $2, 1 + coalesce(max(number), 0), $3, $4, $5, $6, $7, $8::date, $9, $10::timestamptz, $11::uuid, $12,
            $13::uuid, $14::bytea
     from document_version where document_id = $2`,
    [
      file.fileId,
      documentId,
      facts.formKey,
      file.name,
      file.type,
      file.bytes,
      file.sha256,
      facts.validUntil?.toString() ?? null,
      file.scan,
      by.now.toString(),
      by.accountId,
      by.name,
      file.key.keyId,
      file.key.wrapped,
    ],
  );
  await writeJournal(writes, {
    ...lineOf(by, facts.householdId),
    act: facts.replaces === null ? "documents.sent" : "documents.replaced",
    objectKind: "document-version",
    objectId: file.fileId,
  });
  if (file.scan === "waiting") {
    const waiting = { type: "documents.waitsForScan", facts: { version: file.fileId } };
    await announce(writes, by.authorityId, waiting);
  }
  return ok({ documentId, again: false });
}

/** The lines of the journal about documents: never their names, which may tell of somebody's health. */
export function lineOf({ now, accountId, name, address }: Sender, householdId: Id<"household"> | null) {
  return {
    at: now,
    accountId,
    byLabel: name,
    address,
    ...(householdId === null ? {} : { householdId }),
  };
}

/** A new document, or the one to be replaced, locked; undefined where it is not this owner's. */
async function documentFor(
  writes: Writes,
  { ownerId, subjectId, kindId, replaces }: DocumentFacts,
  now: Temporal.Instant,
): Promise<Id<"document"> | undefined> {
  const row =
    replaces === null
      ? await writes.row<{ id: Id<"document"> }>(
          "documents_new",
          `insert into document (id, owner_id, subject_id, kind_id, created_at)
           values (gen_random_uuid(), $1, $2, $3, $4) returning id`,
          [ownerId, subjectId, kindId, now.toString()],
        )
      : await writes.row<{ id: Id<"document"> }>(
          "documents_to_replace",
          `select id from document where id = $1 and owner_id = $2 for update`,
          [replaces, ownerId],
        );
  return row?.id;
}

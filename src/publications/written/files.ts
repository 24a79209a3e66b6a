import {
  keepVersion,
  noteRefused,
  publishedKind,
  receiveFile,
  senderOf,
  versionById,
  type DocumentVersion,
  type ReceiveRefusal,
  type Vault,
} from "#documents";
import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import type { IncomingFiles, Reads } from "#platform";

import { lockPublication, ownPublication } from "./publication.ts";
import { note } from "./write-publication.ts";

/** A file that is handed out. */
export interface PublishedFile {
  readonly publicationId: Id<"publication">;
  readonly documentId: Id<"document">;
  readonly versionId: Id<"document-version">;
  readonly name: string;
  readonly type: DocumentVersion["type"];
  readonly bytes: number;
  readonly scan: DocumentVersion["scan"];
}

/** Why a file was not added. */
export type FileRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "no-file" }
  | { readonly code: "too-many"; readonly most: number }
  | { readonly code: "file"; readonly refusal: ReceiveRefusal };

const MOST_FILES = 10;

/** The files that these publications hand out, in the order in which they were added. */
export function filesOf(reads: Reads, ids: readonly Id<"publication">[]): Promise<PublishedFile[]> {
  return reads.rows<PublishedFile>(
    "publication_files",
    `select f.publication_id as "publicationId", v.document_id as "documentId", v.version_id as "versionId", v.name,
            v.type, v.bytes, v.scan
     from publication_file f
     join documents_version_card v on v.document_id = f.document_id and v.current
     where f.publication_id = any ($1::uuid[]) and f.removed_at is null
     order by f.added_at, f.document_id`,
    [ids],
  );
}

/** The version of a file that this publication hands out; undefined for any other. */
export async function fileOf(
  reads: Reads,
  publicationId: Id<"publication">,
  versionId: Id<"document-version">,
): Promise<DocumentVersion | undefined> {
  const known = (await filesOf(reads, [publicationId])).some((file) => file.versionId === versionId);
  return known ? versionById(reads, versionId) : undefined;
}

/** Adds a file to a publication of this agent. Sent twice by one form, it is kept once. */
export async function addFile(
  visit: SignedInVisit,
  added: { publicationId: Id<"publication">; formKey: Id<"form"> },
  { vault, files }: { vault: Vault; files: IncomingFiles },
): Promise<Result<Id<"publication">, FileRefusal>> {
  const { publicationId, formKey } = added;
  const by = senderOf(visit);
  const before = await visit.database.read(async (reads) => ({
    known: await ownPublication(reads, visit.actor, publicationId),
    kind: await publishedKind(reads),
    count: (await filesOf(reads, [publicationId])).length,
  }));
  if (before.known === undefined || before.known.withdrawnAt !== null) return refuse({ code: "unknown" });
  if (before.count >= MOST_FILES) return refuse({ code: "too-many", most: MOST_FILES });
  for await (const file of files) {
    if (file.field !== "fichier" || file.name === "") continue;
    const place = { authorityId: by.authorityId, unnamed: before.kind.label, now: by.now };
    const received = await receiveFile(vault, place, file);
    if (!received.ok) {
      const { refusal } = received;
      const found = refusal.code === "infected" ? { found: refusal.found } : {};
      const told = { householdId: null, code: refusal.code, ...found };
      await visit.database.write((writes) => noteRefused(writes, by, told));
      return refuse({ code: "file", refusal });
    }
    const facts = {
      ownerId: publicationId,
      householdId: null,
      subjectId: null,
      kindId: before.kind.kindId,
      validUntil: null,
      replaces: null,
      formKey,
    };
    const kept = await visit.database.write(async (writes) => {
      const version = await keepVersion(writes, received.value, facts, by);
      if (version.ok && !version.value.again) {
        await writes.run(
          "publication_add_file",
          `insert into publication_file (document_id, publication_id, added_at) values ($1, $2, $3)`,
          [version.value.documentId, publicationId, by.now.toString()],
        );
      }
      return version;
    });
    // A form that was sent twice: this file has no row.
    if (!kept.ok || kept.value.again)
      await vault.store.remove({ authorityId: by.authorityId, fileId: received.value.fileId });
    return ok(publicationId);
  }
  return refuse({ code: "no-file" });
}

/** Hands a file out no longer; who opened the publication before had it. */
export function removeFile(
  visit: SignedInVisit,
  removed: { publicationId: Id<"publication">; documentId: Id<"document"> },
): Promise<Result<Id<"publication">, { code: "unknown" }>> {
  const { publicationId, documentId } = removed;
  const { actor, database, now } = visit;
  return database.write(async (writes) => {
    const known = await lockPublication(writes, actor, publicationId);
    if (known === undefined) return refuse({ code: "unknown" });
    const gone = await writes.row(
      "publication_remove_file",
      `update publication_file set removed_at = $3
       where publication_id = $1 and document_id = $2 and removed_at is null returning document_id`,
      [publicationId, documentId, now.toString()],
    );
    if (gone === undefined) return ok(publicationId);
    const facts = { document: documentId };
    await note(writes, visit, { act: "publications.file-removed", publicationId, facts });
    return ok(publicationId);
  });
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { FileType } from "../rules/file-refusal.ts";

/** Who may read a document of a kind: the folders above decide by it. */
export type Sensitivity = "ordinary" | "health" | "income" | "legal";

/** A kind of document that may be sent. */
export interface DocumentKind {
  readonly kindId: Id<"document-kind">;
  readonly label: string;
  readonly about: "household" | "child" | "anyone";
  readonly sensitivity: Sensitivity;
  readonly validityMonths: number | null;
}

/** A version of a document, without its key. */
export interface DocumentVersion {
  readonly documentId: Id<"document">;
  readonly versionId: Id<"document-version">;
  readonly ownerId: Id<"household">;
  readonly subjectId: string | null;
  readonly kindId: Id<"document-kind">;
  readonly kindLabel: string;
  readonly sensitivity: Sensitivity;
  readonly number: number;
  readonly name: string;
  readonly type: FileType;
  readonly bytes: number;
  readonly validUntil: Temporal.PlainDate | null;
  readonly scan: "unscanned" | "waiting" | "clean";
  readonly sentAt: Temporal.Instant;
  readonly sentBy: string;
  readonly current: boolean;
}

const COLUMNS = `document_id as "documentId", version_id as "versionId", owner_id as "ownerId", subject_id as "subjectId",
  kind_id as "kindId", kind_label as "kindLabel", sensitivity, number, name, type, bytes, valid_until as "validUntil", scan,
  sent_at as "sentAt", sent_by_label as "sentBy", current`;

/** The kinds that families are asked for today, in their order. */
export function documentKinds(reads: Reads): Promise<DocumentKind[]> {
  return reads.rows<DocumentKind>(
    "documents_kinds",
    `select id as "kindId", label, about, sensitivity, validity_months as "validityMonths"
     from document_kind where ended_at is null and about <> 'published' order by position, label`,
  );
}

/** The kind of what publications hand out. */
export async function publishedKind(reads: Reads): Promise<Pick<DocumentKind, "kindId" | "label">> {
  const kind = await reads.row<Pick<DocumentKind, "kindId" | "label">>(
    "documents_published_kind",
    `select id as "kindId", label from document_kind where about = 'published' order by position limit 1`,
  );
  if (kind === undefined) throw new Error("The kind of what publications hand out is gone");
  return kind;
}

/** What these households have sent, the current version of each document. */
export function documentsOf(reads: Reads, ownerIds: readonly Id<"household">[]): Promise<DocumentVersion[]> {
  return reads.rows<DocumentVersion>(
    "documents_of_owners",
    `select ${COLUMNS} from documents_version_card
     where owner_id = any ($1::uuid[]) and current order by kind_label, sent_at desc, version_id`,
    [ownerIds],
  );
}

/** Every version of a document, the last one first; none where there is no such document. */
export function versionsOf(reads: Reads, documentId: Id<"document">): Promise<DocumentVersion[]> {
  return reads.rows<DocumentVersion>(
    "documents_versions",
    `select ${COLUMNS} from documents_version_card where document_id = $1 order by number desc`,
    [documentId],
  );
}

/** How many files a household has sent since a moment. */
export async function sentSince(
  reads: Reads,
  ownerId: Id<"household">,
  since: Temporal.Instant,
): Promise<number> {
  const row = await reads.row<{ count: number }>(
    "documents_sent_since",
    `select count(*)::integer as count
     from document d join document_version v on v.document_id = d.id
     where d.owner_id = $1 and v.sent_at > $2`,
    [ownerId, since.toString()],
  );
  return row?.count ?? 0;
}

/** One version. */
export function versionById(
  reads: Reads,
  versionId: Id<"document-version">,
): Promise<DocumentVersion | undefined> {
  return reads.row<DocumentVersion>(
    "documents_version",
    `select ${COLUMNS} from documents_version_card where version_id = $1`,
    [versionId],
  );
}

/** The current documents that end within the days of their kind. */
export function endingDocuments(reads: Reads, today: Temporal.PlainDate): Promise<DocumentVersion[]> {
  return reads.rows<DocumentVersion>(
    "documents_ending",
    `select ${COLUMNS} from documents_version_card
     where current and valid_until between $1::date and $1::date + announce_days
       and valid_until <= $1::date + 180
     order by owner_id, valid_until, version_id`,
    [today.toString()],
  );
}

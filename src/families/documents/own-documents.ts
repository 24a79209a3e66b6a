import { documentsOf, versionById, versionsOf, type DocumentVersion } from "#documents";
import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/**
 * @rule Qui voit les documents d’un foyer
 *
 * Chaque adulte du foyer voit les documents que ce foyer a envoyés, et jamais ceux d’un autre foyer de l’enfant. Un
 * adulte sans autorité sur un enfant ne voit pas les documents de cet enfant. Un agent voit les documents ordinaires
 * s’il lit les dossiers ; ceux de santé s’il lit les fiches sanitaires là où l’enfant est inscrit ; ceux de revenus s’il
 * lit les revenus ; un jugement s’il peut changer les dossiers. Chaque ouverture est écrite dans le journal.
 */
export function isWithinReach(
  { householdIds, withheldIds }: FamilyReach,
  { ownerId, subjectId }: Pick<DocumentVersion, "ownerId" | "subjectId">,
): boolean {
  return householdIds.includes(ownerId) && !withheldIds.some((id) => id === subjectId);
}

/** The documents within this reach, the current version of each. */
export async function ownDocuments(reads: Reads, reach: FamilyReach): Promise<DocumentVersion[]> {
  const all = await documentsOf(reads, reach.householdIds);
  return all.filter((document) => isWithinReach(reach, document));
}

/** The versions of one document within this reach, the last one first; undefined for anybody else's. */
export async function ownVersions(
  reads: Reads,
  reach: FamilyReach,
  documentId: Id<"document">,
): Promise<readonly [DocumentVersion, ...DocumentVersion[]] | undefined> {
  const [last, ...before] = await versionsOf(reads, documentId);
  return last === undefined || !isWithinReach(reach, last) ? undefined : [last, ...before];
}

/** One version within this reach. */
export async function ownVersion(
  reads: Reads,
  reach: FamilyReach,
  versionId: Id<"document-version">,
): Promise<DocumentVersion | undefined> {
  const version = await versionById(reads, versionId);
  return version !== undefined && isWithinReach(reach, version) ? version : undefined;
}

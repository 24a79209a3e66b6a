import { agentReach } from "#bookings";
import { documentsOf, versionById, type DocumentVersion } from "#documents";
import { isWithinReach } from "#families";
import type { FamilyReach, SignedIn } from "#identity";
import { parisDate, type Id } from "#kernel";
import type { Reads } from "#platform";
import { mayReadIncome } from "#pricing";

import { childrenWithHealth } from "../health/children-with-health.ts";

/** What an agent may read of a household's documents. */
export interface DocumentReader {
  readonly label: string;
  readonly mayRead: (document: Pick<DocumentVersion, "ownerId" | "subjectId" | "sensitivity">) => boolean;
}

/**
 * Which documents of a household this agent may read, by the sensitivity of their kind (the rule stands beside
 * isWithinReach); undefined where the household is none of his or hers. An agent of some sites reads those about the
 * children who come there, and none of the household's own.
 */
export async function documentReader(
  reads: Reads,
  actor: SignedIn,
  { household, now }: { household: Id<"household">; now: Temporal.Instant },
): Promise<DocumentReader | undefined> {
  const today = parisDate(now);
  const seen = await agentReach(reads, actor, "families.read", { household, today });
  if (seen === undefined) return undefined;
  const withHealth = await childrenWithHealth(reads, actor, household, today);
  const mayRead: DocumentReader["mayRead"] = (document) => {
    const { subjectId, sensitivity } = document;
    if (!isWithinReach(seen.reach, document)) return false;
    switch (sensitivity) {
      case "ordinary":
        return subjectId !== null || seesWhole(seen.reach);
      case "health":
        return [...withHealth].some((id) => id === subjectId);
      case "income":
        return mayReadIncome(actor);
      case "legal":
        return actor.rights.get("families.write") === "everywhere";
    }
  };
  return { label: seen.label, mayRead };
}

const seesWhole = ({ siteIds }: FamilyReach): boolean => siteIds === undefined;

/** The documents of a household that this agent may read, and how many there are that he or she may not. */
export async function readableDocuments(
  reads: Reads,
  reader: DocumentReader,
  household: Id<"household">,
): Promise<{ documents: readonly DocumentVersion[]; others: number }> {
  const all = await documentsOf(reads, [household]);
  const documents = all.filter(reader.mayRead);
  return { documents, others: all.length - documents.length };
}

/** One version of a document of this household that the agent may read. */
export async function readableVersion(
  reads: Reads,
  actor: SignedIn,
  {
    household,
    version,
    now,
  }: { household: Id<"household">; version: Id<"document-version">; now: Temporal.Instant },
): Promise<DocumentVersion | undefined> {
  const reader = await documentReader(reads, actor, { household, now });
  const found = reader === undefined ? undefined : await versionById(reads, version);
  return found !== undefined && found.ownerId === household && reader?.mayRead(found) === true
    ? found
    : undefined;
}

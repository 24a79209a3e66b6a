import {
  documentKinds,
  keepVersion,
  noteRefused,
  receiveFile,
  senderOf,
  sentSince,
  type DocumentKind,
  type ReceiveRefusal,
  type Vault,
} from "#documents";
import type { FamilyReach, SignedInVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { IncomingFile, IncomingFiles } from "#platform";

import { ownVersions } from "./own-documents.ts";
import { documentPeople } from "./people.ts";

/** What somebody sends, as the form says it. */
export interface SentDocument {
  readonly formKey: Id<"form">;
  readonly householdId: Id<"household">;
  /** Null: about the household itself. */
  readonly subjectId: string | null;
  readonly kindId: Id<"document-kind">;
  /** Null: as long as its kind holds. */
  readonly validUntil: Temporal.PlainDate | null;
}

/** Why nothing was kept. */
export type SendRefusal =
  | { readonly code: "no-file" }
  /** The household has sent as many as are taken, in the 24 hours before. */
  | { readonly code: "too-many"; readonly most: number }
  | { readonly code: "unknown" }
  | { readonly code: "not-about"; readonly about: DocumentKind["about"] }
  | { readonly code: "file"; readonly refusal: ReceiveRefusal };

/** What is needed to take a file in. */
interface Sending {
  readonly vault: Vault;
  readonly reach: FamilyReach;
  readonly files: IncomingFiles;
}

/** Keeps a new document of a household within this reach. Whoever sends has been admitted; whose it may be is decided here. */
export async function sendDocument(
  visit: SignedInVisit,
  sent: SentDocument,
  sending: Sending,
): Promise<Result<Id<"document">, SendRefusal>> {
  const { householdId, subjectId, kindId } = sent;
  const [kind, person, household] = await visit.database.read(async (reads) => {
    const kinds = await documentKinds(reads);
    const households = await documentPeople(reads, sending.reach);
    const own = households.find((one) => one.householdId === householdId);
    return [
      kinds.find((one) => one.kindId === kindId),
      own?.people.find(({ id }) => id === subjectId),
      own,
    ] as const;
  });
  if (kind === undefined || household === undefined) return refuse({ code: "unknown" });
  if (subjectId !== null && person === undefined) return refuse({ code: "unknown" });
  if (kind.about === "child" && person?.isChild !== true)
    return refuse({ code: "not-about", about: "child" });
  if (kind.about === "household" && person?.isChild === true)
    return refuse({ code: "not-about", about: "household" });
  return takeIn(visit, sending, {
    ownerId: householdId,
    householdId,
    subjectId,
    kindId,
    kindLabel: kind.label,
    validUntil: sent.validUntil ?? endOf(kind, parisDate(visit.now)),
    replaces: null,
    formKey: sent.formKey,
  });
}

/** Keeps a new version of a document within this reach. */
export async function replaceDocument(
  visit: SignedInVisit,
  replaced: { documentId: Id<"document">; formKey: Id<"form">; validUntil: Temporal.PlainDate | null },
  sending: Sending,
): Promise<Result<Id<"document">, SendRefusal>> {
  const [last, kind] = await visit.database.read(async (reads) => {
    const versions = await ownVersions(reads, sending.reach, replaced.documentId);
    const kinds = await documentKinds(reads);
    return [versions?.[0], kinds.find((one) => one.kindId === versions?.[0].kindId)] as const;
  });
  if (last === undefined) return refuse({ code: "unknown" });
  const { ownerId, subjectId, kindId, kindLabel } = last;
  const validUntil = replaced.validUntil ?? (kind === undefined ? null : endOf(kind, parisDate(visit.now)));
  return takeIn(visit, sending, {
    ownerId,
    householdId: ownerId,
    subjectId,
    kindId,
    kindLabel,
    validUntil,
    replaces: replaced.documentId,
    formKey: replaced.formKey,
  });
}

/** A proof of address sent on 1 December 2026 holds until 1 December 2027, unless its sender says otherwise. */
function endOf({ validityMonths }: DocumentKind, today: Temporal.PlainDate): Temporal.PlainDate | null {
  return validityMonths === null ? null : today.add({ months: validityMonths });
}

/**
 * @rule Combien de documents un foyer envoie
 *
 * Soixante en vingt-quatre heures, toutes versions comptées : bien plus qu’une inscription n’en demande, et trop peu pour
 * remplir le disque où sont ceux de tous.
 *
 * Exemple : quatre enfants inscrits le 2 décembre, cinq documents pour chacun : vingt sont pris, il en reste quarante.
 */
const MOST_A_DAY = 60;

type Facts = Parameters<typeof keepVersion>[2] & {
  readonly ownerId: Id<"household">;
  readonly householdId: Id<"household">;
  readonly kindLabel: string;
};

async function takeIn(
  visit: SignedInVisit,
  { vault, files }: Sending,
  facts: Facts,
): Promise<Result<Id<"document">, SendRefusal>> {
  const by = senderOf(visit);
  const dayBefore = by.now.subtract({ hours: 24 });
  const sent = await visit.database.read((reads) => sentSince(reads, facts.ownerId, dayBefore));
  if (sent >= MOST_A_DAY) return refuse({ code: "too-many", most: MOST_A_DAY });
  const file = await chosenFile(files);
  if (file === undefined) return refuse({ code: "no-file" });
  const { authorityId, now } = by;
  const received = await receiveFile(vault, { authorityId, unnamed: facts.kindLabel, now }, file);
  if (!received.ok) {
    const { refusal } = received;
    const found = refusal.code === "infected" ? { found: refusal.found } : {};
    const told = { householdId: facts.householdId, code: refusal.code, ...found };
    await visit.database.write((writes) => noteRefused(writes, by, told));
    return refuse({ code: "file", refusal });
  }
  const kept = await visit.database.write((writes) => keepVersion(writes, received.value, facts, by));
  // A form that was sent twice, or whose document is gone: the file has no row.
  if (!kept.ok || kept.value.again) await vault.store.remove({ authorityId, fileId: received.value.fileId });
  return kept.ok ? ok(kept.value.documentId) : kept;
}

/** The file that was chosen: a browser sends a nameless one where there is none. */
export async function chosenFile(files: IncomingFiles): Promise<IncomingFile | undefined> {
  for await (const file of files) if (file.field === "fichier" && file.name !== "") return file;
  return undefined;
}

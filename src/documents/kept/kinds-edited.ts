import type { SignedInVisit } from "#identity";
import { foldText, ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Reads, type Writes } from "#platform";

import type { DocumentKind } from "./queries.ts";

/** A kind as the authority edits it. */
export interface EditedKind extends DocumentKind {
  /** The household is told so many days before its document ends. */
  readonly announceDays: number;
  /** Since when families are no longer asked for it; null while they are. */
  readonly endedAt: Temporal.Instant | null;
  /** How many documents are kept under it. */
  readonly kept: number;
}

/** Why a kind was not written. */
export type KindRefusal =
  /** Another kind that families are asked for has this name: conditions of services name kinds by it. */
  { readonly code: "same-name" } | { readonly code: "unknown" };

/** The kinds of papers that families are asked for, and those that they were; not what is published to them. */
export function everyKind(reads: Reads): Promise<EditedKind[]> {
  return reads.rows<EditedKind>(
    "documents_every_kind",
    `select k.id as "kindId", k.label, k.about, k.sensitivity, k.validity_months as "validityMonths",
            k.announce_days as "announceDays", k.ended_at as "endedAt",
            (select count(*)::integer from document d where d.kind_id = k.id) as kept
     from document_kind k where k.about <> 'published' order by k.ended_at is not null, k.position, k.label`,
  );
}

/** What is written of a kind. Its name, whom it is about and who reads it are said once, when it is added. */
export type WrittenKind = Omit<EditedKind, "endedAt" | "kept">;

/**
 * Adds a kind, or changes how long documents of a known one hold (months) and when their end is announced (days before).
 * What was sent keeps the end that it was sent with. A form that comes twice writes the same.
 */
export function writeKind(visit: SignedInVisit, written: WrittenKind): Promise<Result<null, KindRefusal>> {
  return visit.database.write(async (writes) => {
    const kinds = await lockedKinds(writes);
    const { kindId, label, validityMonths, announceDays } = written;
    const known = kinds.find((one) => one.kindId === kindId);
    if (known === undefined) {
      if (isTaken(kinds, label)) return refuse({ code: "same-name" });
      await writes.run(
        "documents_kind_add",
        `insert into document_kind (id, label, about, sensitivity, validity_months, announce_days, position)
         values ($1, $2, $3, $4, $5, $6, (select coalesce(max(position), 0) + 1 from document_kind))`,
        [kindId, label, written.about, written.sensitivity, validityMonths, announceDays],
      );
    } else {
      await writes.run(
        "documents_kind_change",
        `update document_kind set validity_months = $2, announce_days = $3 where id = $1`,
        [kindId, validityMonths, announceDays],
      );
    }
    await noteKind(
      writes,
      visit,
      known === undefined ? "documents.kind-added" : "documents.kind-changed",
      written,
    );
    return ok(null);
  });
}

/**
 * Families are no longer asked for this kind, or are again. What they sent stays, with its rights. Refused where another
 * kind has taken its name meanwhile.
 */
export function askForKind(
  visit: SignedInVisit,
  kindId: Id<"document-kind">,
  asked: boolean,
): Promise<Result<null, KindRefusal>> {
  return visit.database.write(async (writes) => {
    const kinds = await lockedKinds(writes);
    const kind = kinds.find((one) => one.kindId === kindId);
    if (kind === undefined) return refuse({ code: "unknown" });
    if ((kind.endedAt === null) === asked) return ok(null);
    if (asked && isTaken(kinds, kind.label)) return refuse({ code: "same-name" });
    await writes.run("documents_kind_ask", `update document_kind set ended_at = $2 where id = $1`, [
      kindId,
      asked ? null : visit.now.toString(),
    ]);
    await noteKind(writes, visit, asked ? "documents.kind-asked-again" : "documents.kind-ended", kind);
    return ok(null);
  });
}

/** Whether families are asked for a kind of this name. */
const isTaken = (kinds: readonly EditedKind[], label: string): boolean =>
  kinds.some((one) => one.endedAt === null && foldText(one.label) === foldText(label));

/** The kinds, until the end of the transaction: two agents do not add the same one. */
async function lockedKinds(writes: Writes): Promise<EditedKind[]> {
  await writes.run("documents_kinds_lock", `lock table document_kind in share row exclusive mode`);
  return everyKind(writes);
}

function noteKind(
  writes: Writes,
  { actor, now, address }: SignedInVisit,
  act: string,
  { kindId, label, about, sensitivity, validityMonths, announceDays }: WrittenKind,
): Promise<unknown> {
  return writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act,
    objectKind: "document-kind",
    objectId: kindId,
    facts: { label, about, sensitivity, validityMonths, announceDays },
    address,
  });
}

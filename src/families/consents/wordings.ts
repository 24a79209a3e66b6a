import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Reads } from "#platform";

import { consentSubjects } from "./consents.ts";

/** How many words stand on a subject today. */
export interface ConsentCount {
  readonly subjectId: Id<"consent-subject">;
  readonly holding: number;
  readonly refused: number;
  /** Given to words that gave way to others: to be asked again. */
  readonly older: number;
}

/** The counts of each subject on which somebody has said something. */
export function consentCounts(reads: Reads): Promise<ConsentCount[]> {
  return reads.rows<ConsentCount>(
    "consent_counts",
    `select subject_id as "subjectId", count(*) filter (where holds)::integer as holding,
            count(*) filter (where not given)::integer as refused,
            count(*) filter (where given and not holds)::integer as older
     from families_consent group by subject_id`,
  );
}

/** New words of a subject. */
export interface NewWording {
  readonly subjectId: Id<"consent-subject">;
  /** The version that the agent has read. */
  readonly after: number;
  readonly label: string;
  readonly body: string;
  readonly asks: boolean;
}

/** Writes another version of a consent's words. Refuses words that a colleague changed meanwhile; the same words are none. */
export function rewriteConsent(
  { actor, database, now, address }: SignedInVisit,
  { subjectId, after, label, body, asks }: NewWording,
): Promise<Result<null, { code: "unknown" | "changed" }>> {
  return database.write(async (writes) => {
    await writes.row("consent_lock_subject", `select from consent_subject where id = $1 for update`, [
      subjectId,
    ]);
    const known = (await consentSubjects(writes)).find((one) => one.subjectId === subjectId);
    if (known === undefined) return refuse({ code: "unknown" });
    if (known.label === label && known.body === body) return ok(null);
    if (known.number !== after) return refuse({ code: "changed" });
    await writes.run(
      "consent_write_wording",
      `insert into consent_wording (subject_id, number, label, body, asks, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [subjectId, after + 1, label, body, asks, actor.name, now.toString()],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "families.consent-rewritten",
      objectKind: "consent-subject",
      objectId: subjectId,
      facts: { version: after + 1, asks },
      address,
    });
    return ok(null);
  });
}

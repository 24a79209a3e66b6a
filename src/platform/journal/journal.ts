import type { Writes } from "../database/handles.ts";

/** One line of the journal: who read or did what, when, for whom, from where. */
export interface JournalLine {
  /** When the act was received, from the visit or the job's clock. */
  at: Temporal.Instant;
  /** The account that acted; null for the program itself (an import, a scheduled job). */
  accountId: string | null;
  /** « Claire Lefebvre », as it was then: the line stays readable when the account is gone. */
  byLabel: string;
  /** What was done, in the code's words: « families.read », « families.import-applied ». */
  act: string;
  /** The kind of the object in the code's words, « guardian », and its id. */
  objectKind?: string;
  objectId?: string;
  /** The household concerned, so that it can be told who looked at its file. */
  householdId?: string;
  /** Why, where the act asks for a reason or a legal basis. */
  reason?: string;
  /** What is needed to understand the line later; never a secret nor health data. */
  facts?: Readonly<Record<string, unknown>>;
  /** Network address of the visitor. */
  address?: string;
}

/**
 * Adds a line to the journal in the caller's transaction: an act that is lost leaves no line, and an act that
 * is kept leaves one. Lines are never changed; whole months are dropped when their retention ends.
 */
export async function writeJournal(writes: Writes, line: JournalLine): Promise<void> {
  await writes.run(
    "write_journal",
    `insert into journal_entry
       (at, account_id, by_label, act, object_kind, object_id, household_id, reason, facts, address)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      line.at.toString(),
      line.accountId,
      line.byLabel,
      line.act,
      line.objectKind ?? null,
      line.objectId ?? null,
      line.householdId ?? null,
      line.reason ?? null,
      JSON.stringify(line.facts ?? {}),
      line.address ?? null,
    ],
  );
}

import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { parseDecidedLines } from "../../submit/decided-lines.ts";
import type { DecidedLine } from "../../rules/lines.ts";

/** A decided line that is some household's. */
export type OwnLine = DecidedLine & { readonly householdId: Id<"household"> };

/** A form as it was judged: who sent it, when, and what became of the lines that are a household's. */
export interface Submission {
  readonly key: Id<"submission">;
  readonly by: string;
  /** The guardian who sent it; null for an agent, or an account that is no guardian's. */
  readonly senderId: Id<"guardian"> | null;
  readonly byAgent: boolean;
  readonly withReason: boolean;
  readonly receivedAt: Temporal.Instant;
  readonly lines: readonly OwnLine[];
}

/**
 * Reads a form that has a letter to itself; undefined when there is none under this key, for what was said of a whole
 * class, or taken back (emails/class-day), and for what an agent cancelled in the call in which absences were noted
 * (emails/absences).
 */
export async function findSubmission(reads: Reads, key: Id<"submission">): Promise<Submission | undefined> {
  const row = await reads.row<Omit<Submission, "lines"> & { lines: unknown }>(
    "submission_to_tell",
    `select key, by_label as by, by_agent as "byAgent",
            case when not by_agent then (
              select own.guardian_id from access_guardian_account own where own.account_id = submission.account_id limit 1
            ) end as "senderId", reason is not null as "withReason",
            received_at as "receivedAt", lines
     from submission where key = $1 and not exists (
       select from class_day where class_day.id = submission.key or submission.key = any (class_day.restoring_keys))
       and not exists (
         select from booking_history said
         where said.household_id = any (submission.household_ids) and said.submission_key = submission.key
           and said.act = 'said_absent' and said.by_agent)`,
    [key],
  );
  if (row === undefined) return undefined;
  return { ...row, lines: parseDecidedLines(row.lines).filter(isOwn) };
}

/** An unknown line is about nobody's place: there is nobody to write to, and nothing that may be named. */
function isOwn(line: DecidedLine): line is OwnLine {
  return line.householdId !== null && line.outcome !== "unknown";
}

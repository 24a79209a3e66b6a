import type { Id } from "#kernel";
import { pastReach, type SignedIn } from "#identity";
import type { Reads } from "#platform";

import { lineFacts, lineKey, type LineFactsRow } from "../planning/line-facts.ts";
import type { DecidedLine } from "../rules/lines.ts";
import type { DoneBy } from "../rules/who-did-it.ts";
import { parseDecidedLines } from "../submit/decided-lines.ts";
import { withRefusalFacts, type RefusalFacts } from "../submit/refusal-facts.ts";

/** A line of a receipt, with what it is about; null for a line that was nobody's of the family. */
export type ReceiptLine = DecidedLine & RefusalFacts & { readonly about: LineFactsRow | null };

/** A form as it was judged, as one person may see it. */
export interface FoundReceipt extends DoneBy {
  readonly key: Id<"submission">;
  readonly receivedAt: Temporal.Instant;
  readonly lines: readonly ReceiptLine[];
}

interface SubmissionRow extends DoneBy {
  accountId: Id<"account">;
  householdIds: Id<"household">[];
  receivedAt: Temporal.Instant;
  lines: unknown;
}

/**
 * The receipt of a form, found again. Whoever sent it sees all its lines; a guardian sees those of his or her
 * households, and nothing of the other household of a child. Neither sees a child whose authority is withheld; one who has left
 * the household since stays on what it did for the child. Undefined for everybody else.
 */
export async function findReceipt(
  reads: Reads,
  viewer: Pick<SignedIn, "accountId" | "guardian">,
  key: Id<"submission">,
): Promise<FoundReceipt | undefined> {
  const row = await reads.row<SubmissionRow>(
    "receipt_by_key",
    `select account_id as "accountId", household_ids as "householdIds", by_label as by, by_agent as "byAgent",
            reason, received_at as "receivedAt", lines
     from submission where key = $1`,
    [key],
  );
  if (row === undefined) return undefined;
  const all = parseDecidedLines(row.lines);
  const sender = row.accountId === viewer.accountId;
  const householdIds = sender ? row.householdIds : (viewer.guardian?.householdIds ?? []);
  // Whoever sent it as an agent reads what he or she sent, being a parent or not.
  const withheldIds =
    viewer.guardian === null || (sender && row.byAgent) ? [] : pastReach(viewer.guardian).withheldIds;
  const visible = all.filter(({ householdId, participantId, outcome }) => {
    // What was not found is told to who asked, without a name.
    if (withheldIds.includes(participantId)) return sender && outcome === "unknown";
    return sender || (householdId !== null && householdIds.includes(householdId));
  });
  if (visible.length === 0) return undefined;
  const facts = await lineFacts(reads, { householdIds, withheldIds }, visible);
  const { by, byAgent, reason, receivedAt } = row;
  const judged = await withRefusalFacts(reads, visible, receivedAt);
  const lines = judged.map((line) => ({ ...line, about: facts.get(lineKey(line)) ?? null }));
  return { key, by, byAgent, reason, receivedAt, lines };
}

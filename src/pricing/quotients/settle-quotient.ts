import { ok, refuse, type Id, type Result } from "#kernel";
import { announce, writeJournal, type Writes } from "#platform";

import type { QuotientVisit } from "./record-quotient.ts";

/** What an agent decides on an entry. */
export type Verdict = "accepted" | "refused" | "withdrawn";

/** From where each verdict leads: what was declared is accepted or refused, what counts may be taken back. */
const FROM: Readonly<Record<Verdict, string>> = {
  accepted: "toCheck",
  refused: "toCheck",
  withdrawn: "accepted",
};

/**
 * Accepts or refuses what a family declared, or takes back what was written by mistake; tells the family (event
 * `pricing.quotientSettled`, without the amount). Refuses where somebody else has decided since.
 */
export async function settleQuotient(
  writes: Writes,
  { actor, now, address, authority }: QuotientVisit & { authority: { id: Id<"authority"> } },
  wanted: {
    householdId: Id<"household">;
    entryId: Id<"qf-entry">;
    verdict: Verdict;
    reason: string;
    /** Whoever decided tells the family by another message. */
    toldOtherwise?: boolean;
  },
): Promise<Result<null, { code: "no-reason" | "settled-since" }>> {
  const { householdId, entryId, verdict, reason } = wanted;
  if (verdict !== "accepted" && reason === "") return refuse({ code: "no-reason" });
  const written = await writes.run(
    "settle_qf_entry",
    `insert into qf_verdict_entry (qf_id, step, verdict, reason, by_label, at)
     select id, steps + 1, $3, $4, $5, $6 from qf_standing
     where id = $1 and household_id = $2 and standing = $7
     on conflict (qf_id, step) do nothing`,
    [entryId, householdId, verdict, reason, actor.name, now.toString(), FROM[verdict]],
  );
  if (written === 0) return refuse({ code: "settled-since" });
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: `pricing.quotient-${verdict}`,
    objectKind: "qf-entry",
    objectId: entryId,
    householdId,
    ...(reason !== "" && { reason }),
    address,
  });
  if (wanted.toldOtherwise === true) return ok(null);
  await announce(writes, authority.id, {
    type: "pricing.quotientSettled",
    facts: { entry: entryId, household: householdId, verdict },
  });
  return ok(null);
}

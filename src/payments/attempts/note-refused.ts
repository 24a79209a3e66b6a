import type { Payer } from "#billing";
import type { GuardianVisit } from "#identity";
import type { Cents, Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

/** What a form asked for, as the journal tells it. */
interface AskedOrder extends Payer {
  readonly asked: Cents;
}

/**
 * Leaves a line of the journal where a form asked for what is not within reach, or not what is owed: it may have been
 * changed on its way. Nothing else was written.
 */
export async function noteRefused<Value, Refusal extends { readonly code: string }>(
  writes: Writes,
  { actor, now, address }: Pick<GuardianVisit, "actor" | "now" | "address">,
  { householdId, guardianId, asked }: AskedOrder,
  answer: Result<Value, Refusal>,
): Promise<Result<Value, Refusal>> {
  if (answer.ok || (answer.refusal.code !== "unknown" && answer.refusal.code !== "changed")) return answer;
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "payments.order-refused",
    // The account that was asked for may be another family's: it is told among the facts, not as the reader's own.
    facts: { code: answer.refusal.code, householdId, guardianId, cents: asked },
    address,
  });
  return answer;
}

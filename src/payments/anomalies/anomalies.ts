import type { SignedInVisit } from "#identity";
import { cents, ok, refuse, type Cents, type Id, type Result } from "#kernel";
import { announce, writeJournal, type Reads } from "#platform";
import { z } from "zod";

import { lockAttempt } from "../attempts/attempt.ts";
import { writePayment } from "../attempts/look-up.ts";
import type { Difference } from "../attempts/differences.ts";

/** The service's answer to an attempt is not what was asked. */
export interface Anomaly {
  readonly id: Id<"anomaly">;
  readonly attemptId: Id<"attempt">;
  readonly at: Temporal.Instant;
  readonly refdet: string;
  readonly householdId: Id<"household">;
  readonly amount: Cents;
  readonly differences: readonly Difference[];
  readonly answer: { readonly outcome: string; readonly amount: number };
  readonly outcome: "recorded" | "set_aside" | null;
  readonly why: string | null;
  readonly settledBy: string | null;
}

/** Attempts of which nothing is known after seven days. */
export interface SilentAttempt {
  readonly id: Id<"attempt">;
  readonly refdet: string;
  readonly householdId: Id<"household">;
  readonly amount: Cents;
  readonly at: Temporal.Instant;
}

const ANOMALY = `x.id, x.attempt_id as "attemptId", x.at, a.refdet, a.household_id as "householdId",
            a.amount_cents as amount, x.differences, x.answer, x.outcome, x.why, x.settled_by as "settledBy"`;

/** What waits for an agent, the oldest first. */
export function anomaliesWaiting(reads: Reads): Promise<Anomaly[]> {
  return reads.rows<Anomaly>(
    "payments_anomalies_waiting",
    `select ${ANOMALY}
     from payment_anomaly x join payment_attempt a on a.id = x.attempt_id
     where x.settled_at is null order by x.at limit 200`,
  );
}

/** One, settled or not. */
export function anomalyById(reads: Reads, id: Id<"anomaly">): Promise<Anomaly | undefined> {
  return reads.row<Anomaly>(
    "payments_anomaly",
    `select ${ANOMALY} from payment_anomaly x join payment_attempt a on a.id = x.attempt_id where x.id = $1`,
    [id],
  );
}

/** Attempts without an answer, the oldest first. */
export function silentAttempts(reads: Reads): Promise<SilentAttempt[]> {
  return reads.rows<SilentAttempt>(
    "payments_silent",
    `select id, refdet, household_id as "householdId", amount_cents as amount, at
     from payment_attempt where alerted_at is not null order by alerted_at limit 200`,
  );
}

/** What an answer must hold to be recorded as a payment. */
const answerShape = z.object({
  outcome: z.string(),
  amount: z.number().int().positive(),
  means: z.enum(["card", "debit"]).nullable(),
  authorisation: z.string().nullable(),
  at: z.string().nullable(),
});

/**
 * An agent settles a difference: the amount that the service says was paid is recorded as it is (« recorded »), or
 * nothing is (« set_aside »). Either with a reason. Settled twice, it stays as it was settled first.
 */
export async function settleAnomaly(
  { actor, authority, database, now, address }: SignedInVisit,
  { anomaly: id, outcome, why }: { anomaly: Id<"anomaly">; outcome: "recorded" | "set_aside"; why: string },
): Promise<Result<null, { code: "unknown" } | { code: "not-paid" }>> {
  return database.write(async (writes) => {
    const anomaly = await anomalyById(writes, id);
    if (anomaly === undefined) return refuse({ code: "unknown" });
    const attempt = await lockAttempt(writes, anomaly.attemptId);
    if (attempt === undefined) return refuse({ code: "unknown" });
    const answer = answerShape.safeParse(anomaly.answer);
    if (outcome === "recorded" && (!answer.success || answer.data.outcome !== "paid"))
      return refuse({ code: "not-paid" });
    const settled = await writes.run(
      "payments_anomaly_settle",
      `update payment_anomaly set outcome = $2, why = $3, settled_by = $4, settled_at = $5
       where id = $1 and settled_at is null`,
      [id, outcome, why, actor.name, now.toString()],
    );
    if (settled === 0) return ok(null);
    if (outcome === "recorded" && answer.success) {
      const { amount, means, authorisation, at } = answer.data;
      const paid = {
        amount: cents(amount),
        means,
        authorisation,
        at: at === null ? null : Temporal.PlainDateTime.from(at),
      };
      if (await writePayment(writes, attempt, paid, now))
        await announce(writes, authority.id, { type: "payments.received", facts: { payment: attempt.id } });
      await writes.run("payments_attempt_paid", "update payment_attempt set state = 'paid' where id = $1", [
        attempt.id,
      ]);
    }
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.anomaly-settled",
      objectKind: "attempt",
      objectId: attempt.id,
      householdId: attempt.householdId,
      reason: why,
      facts: { outcome, differences: anomaly.differences },
      address,
    });
    return ok(null);
  });
}

import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

/** What was received for an attempt. */
export interface Received {
  readonly id: Id<"payment">;
  readonly cents: Cents;
  readonly means: "card" | "debit";
  readonly day: Temporal.PlainDate;
  /** « 2026-11-25T09:04:00 » on the clocks of Paris; null where the service does not say. */
  readonly paidAt: string | null;
  readonly authorisation: string | null;
  /** It did not hold: the day on which it was rejected. */
  readonly reversedOn: Temporal.PlainDate | null;
  readonly refunded: Cents;
}

/** The payment of an attempt; undefined where nothing was received. */
export function receivedFor(reads: Reads, attempt: Id<"attempt">): Promise<Received | undefined> {
  return reads.row<Received>(
    "payments_received",
    `select p.id, p.amount_cents as cents, p.means, p.day, p.paid_at as "paidAt", p.authorisation,
            b.day as "reversedOn",
            coalesce((select sum(amount_cents) from refund where payment_id = p.id), 0)::bigint as refunded
     from payment p
     left join payment_reversal b on b.payment_id = p.id
     where p.attempt_id = $1`,
    [attempt],
  );
}

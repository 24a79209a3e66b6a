import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { RefundMeans } from "./refund.ts";

/** A payment on line as an agent reads it, with what was given back of it and whether it held. */
export interface PaidFile {
  readonly id: Id<"payment">;
  readonly attemptId: Id<"attempt">;
  readonly householdId: Id<"household">;
  readonly payer: string;
  readonly by: string;
  readonly refdet: string;
  readonly cents: Cents;
  readonly means: "card" | "debit";
  readonly day: Temporal.PlainDate;
  readonly paidAt: string | null;
  readonly authorisation: string | null;
  readonly reversal: {
    readonly day: Temporal.PlainDate;
    readonly reason: string;
    readonly by: string;
  } | null;
  readonly refunds: readonly PaidBack[];
}

/** Money given back of a payment. */
export interface PaidBack {
  readonly id: Id<"refund">;
  readonly cents: Cents;
  readonly means: RefundMeans;
  readonly day: Temporal.PlainDate;
  readonly reason: string;
  readonly by: string;
}

interface PaidRow extends Omit<PaidFile, "reversal" | "refunds"> {
  rejectedOn: Temporal.PlainDate | null;
  rejectedFor: string | null;
  rejectedBy: string | null;
}

/** A payment on line; undefined where there is none. */
export async function paidFile(reads: Reads, id: Id<"payment">): Promise<PaidFile | undefined> {
  const row = await reads.row<PaidRow>(
    "payments_paid_file",
    `select p.id, a.id as "attemptId", p.household_id as "householdId",
            coalesce(g.first_name || ' ' || g.last_name, '') as payer, a.by_label as by, a.refdet,
            p.amount_cents as cents, p.means, p.day, p.paid_at as "paidAt", p.authorisation,
            b.day as "rejectedOn", b.reason as "rejectedFor", b.by_label as "rejectedBy"
     from payment p
     join payment_attempt a on a.id = p.attempt_id
     left join families_guardian_name g on g.guardian_id = p.guardian_id
     left join payment_reversal b on b.payment_id = p.id
     where p.id = $1`,
    [id],
  );
  if (row === undefined) return undefined;
  const { rejectedOn, rejectedFor, rejectedBy, ...paid } = row;
  const reversal =
    rejectedOn === null ? null : { day: rejectedOn, reason: rejectedFor ?? "", by: rejectedBy ?? "" };
  return { ...paid, reversal, refunds: await refundsOf(reads, id) };
}

/** What was given back of a payment, in order. */
function refundsOf(reads: Reads, payment: Id<"payment">): Promise<PaidBack[]> {
  return reads.rows<PaidBack>(
    "payments_refunds_of",
    `select id, amount_cents as cents, means, day, reason, by_label as by
     from refund where payment_id = $1 order by at, id`,
    [payment],
  );
}

/** The payment on line of this reference, as a bank statement or a report gives it. */
export function paymentOfReference(reads: Reads, refdet: string): Promise<{ id: Id<"payment"> } | undefined> {
  return reads.row<{ id: Id<"payment"> }>(
    "payments_of_reference",
    `select p.id from payment_attempt a join payment p on p.attempt_id = a.id where a.refdet = $1`,
    [refdet],
  );
}

import type { SignedInVisit } from "#identity";
import { cents, parisDate, type Cents, type Id } from "#kernel";
import type { Writes } from "#platform";

import { closedUntil, isClosed, postDeskEntry } from "./holdings.ts";
import type { DeskMeans } from "./regie.ts";

/** By which means of a régie's journal a refund is told. */
export const refundedBy = (means: "transfer" | "card" | "cheque" | "cash"): DeskMeans =>
  means === "card" ? "desk_card" : means;

/**
 * Tells the journal of a régie that the comptable gave back a payment that was taken there; a payment on line is of no
 * régie. Nothing leaves the till. Where today is closed already, it is told on the first open day. The caller holds the
 * régies.
 */
export async function postTreasuryRefund(
  writes: Writes,
  { actor, now }: SignedInVisit,
  refund: { id: Id<"refund">; payment: Id<"payment">; cents: Cents; means: Parameters<typeof refundedBy>[0] },
): Promise<void> {
  const taken = await writes.row<{ regie: Id<"regie"> }>(
    "payments_desk_regie_of_payment",
    "select regie_id as regie from desk_receipt where payment_id = $1",
    [refund.payment],
  );
  if (taken === undefined) return;
  const today = parisDate(now);
  const until = await closedUntil(writes, taken.regie);
  const day = until !== null && isClosed(today, until) ? until.add({ days: 1 }) : today;
  await postDeskEntry(writes, {
    ...{ regie: taken.regie, day, kind: "refund", held: false, payment: refund.payment },
    means: refundedBy(refund.means),
    cents: cents(0 - refund.cents),
    sourceId: refund.id,
    by: actor,
    at: now,
  });
}

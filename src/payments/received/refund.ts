import { wholeBalance, lockAccount, openInvoices, postEntry, postReversal, type OpenInvoice } from "#billing";
import type { SignedInVisit } from "#identity";
import { cents, ok, parisDate, refuse, type Cents, type Id, type Result } from "#kernel";
import { announce, rehearse, writeJournal, type Reads, type Writes } from "#platform";

import { lockRegies } from "../desk/holdings.ts";
import { postTreasuryRefund } from "../desk/treasury-refund.ts";

/** How the comptable gives money back. Cash leaves a till, which counts it: it is given back at a desk alone. */
export const BACK_OFFICE_MEANS = ["transfer", "card", "cheque"] as const;

/** How money is given back. */
export type RefundMeans = (typeof BACK_OFFICE_MEANS)[number] | "cash";

/** Money given back to a payer. */
export interface NewRefund {
  /** The form's own key: sent twice, it is recorded once. */
  readonly id: Id<"refund">;
  readonly payment: Id<"payment">;
  readonly cents: Cents;
  readonly means: RefundMeans;
  readonly reason: string;
}

/** A payment that did not hold. */
export interface NewReversal {
  readonly id: Id<"reversal">;
  readonly payment: Id<"payment">;
  readonly day: Temporal.PlainDate;
  readonly reason: string;
}

/** Why nothing was given back; `most` is what may be. */
export type RefundRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "bounced" }
  /** This form has given back something else already: another amount, by other means, or of another payment. */
  | { readonly code: "used" }
  | { readonly code: "too-much"; readonly most: Cents };

interface PaidRow {
  householdId: Id<"household">;
  guardianId: Id<"guardian">;
  cents: Cents;
  refunded: number;
  bounced: boolean;
}

/**
 * @rule Ce qui peut être remboursé
 *
 * Un remboursement porte sur un règlement reçu. Il ne dépasse ni ce règlement, remboursements déjà faits déduits, ni ce
 * qui est en faveur du payeur : ce qui règle une facture n’est pas rendu.
 *
 * Exemple : 50,00 € payés pour une facture de 40,00 € : 10,00 € peuvent être rendus.
 */
export function recordRefund(
  visit: SignedInVisit,
  refund: NewRefund,
): Promise<Result<{ fresh: boolean }, RefundRefusal>> {
  return visit.database.write(async (writes) => {
    await lockRegies(writes);
    return writeTreasuryRefund(writes, visit, refund);
  });
}

/**
 * A refund that the comptable makes, in the caller's transaction, which holds the régies: that of a payment taken at a desk
 * is told by the journal of its régie too.
 */
export async function writeTreasuryRefund(
  writes: Writes,
  visit: SignedInVisit,
  refund: NewRefund,
): Promise<Result<{ fresh: boolean }, RefundRefusal>> {
  const written = await writeRefund(writes, visit, refund);
  if (written.ok && written.value.fresh) await postTreasuryRefund(writes, visit, refund);
  return written;
}

/** Whether it may be given back, under the lock of its payer's account; null: this very form gave it back before. */
export async function judgeRefund(
  writes: Writes,
  refund: NewRefund,
): Promise<Result<PaidRow | null, RefundRefusal>> {
  const paid = await heldPayment(writes, refund.payment);
  if (paid === undefined) return refuse({ code: "unknown" });
  const known = await writes.row<Pick<NewRefund, "payment" | "cents" | "means">>(
    "payments_refund_known",
    "select payment_id as payment, amount_cents as cents, means from refund where id = $1",
    [refund.id],
  );
  if (known !== undefined) {
    const isSame =
      known.payment === refund.payment && known.cents === refund.cents && known.means === refund.means;
    return isSame ? ok(null) : refuse({ code: "used" });
  }
  if (paid.bounced) return refuse({ code: "bounced" });
  const most = await mostOf(writes, paid);
  return refund.cents < 1 || refund.cents > most ? refuse({ code: "too-much", most }) : ok(paid);
}

/** Writes it in the caller's transaction; `fresh` says whether it was written now. */
export async function writeRefund(
  writes: Writes,
  { actor, authority, now, address }: SignedInVisit,
  refund: NewRefund,
): Promise<Result<{ fresh: boolean }, RefundRefusal>> {
  const judged = await judgeRefund(writes, refund);
  if (!judged.ok) return judged;
  const paid = judged.value;
  if (paid === null) return ok({ fresh: false });
  const day = parisDate(now);
  await writes.run(
    "payments_refund_write",
    `insert into refund (id, payment_id, amount_cents, means, day, reason, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      refund.id,
      refund.payment,
      refund.cents,
      refund.means,
      day.toString(),
      refund.reason,
      actor.name,
      now.toString(),
    ],
  );
  await postEntry(writes, {
    payer: paid,
    kind: "refund",
    cents: refund.cents,
    day,
    sourceId: refund.id,
    at: now,
  });
  await announce(writes, authority.id, { type: "payments.refunded", facts: { refund: refund.id } });
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "payments.refunded",
    objectKind: "payment",
    objectId: refund.payment,
    householdId: paid.householdId,
    reason: refund.reason,
    facts: { cents: refund.cents, means: refund.means },
    address,
  });
  return ok({ fresh: true });
}

/**
 * Records that a payment did not hold (« rejet »): what it had settled is owed again. The payment stays as it was
 * written. Told twice, it is recorded once.
 */
export function recordReversal(
  visit: SignedInVisit,
  reversal: NewReversal,
): Promise<Result<{ fresh: boolean }, { code: "unknown" }>> {
  return visit.database.write(async (writes) => {
    const written = await writeReversal(writes, visit, reversal);
    if (written.ok && written.value.fresh)
      await announce(writes, visit.authority.id, {
        type: "payments.reversed",
        facts: { reversal: reversal.id },
      });
    return written;
  });
}

/** What a rejection would do to the account: the balance, and what can be paid of each document, before and after. */
export async function foreseeReversal(
  visit: SignedInVisit,
  reversal: NewReversal,
): Promise<{ before: AccountPicture; after: AccountPicture } | undefined> {
  return rehearse(visit.database, async (writes) => {
    const payer = await payment(writes, reversal.payment);
    if (payer === undefined) return undefined;
    const before = await pictureOf(writes, payer);
    await writeReversal(writes, visit, reversal);
    return { before, after: await pictureOf(writes, payer) };
  });
}

/** What an account owes, and of which documents. */
export interface AccountPicture {
  readonly balance: Cents;
  readonly open: readonly OpenInvoice[];
}

async function pictureOf(reads: Reads, payer: PaidRow): Promise<AccountPicture> {
  return { balance: await wholeBalance(reads, payer), open: await openInvoices(reads, payer) };
}

/** The same in the caller's transaction, who tells the family; `fresh` says whether it was written now. */
export async function writeReversal(
  writes: Writes,
  { actor, now, address }: SignedInVisit,
  reversal: NewReversal,
): Promise<Result<{ fresh: boolean }, { code: "unknown" }>> {
  const paid = await heldPayment(writes, reversal.payment);
  if (paid === undefined) return refuse({ code: "unknown" });
  if (paid.bounced) return ok({ fresh: false });
  await writes.run(
    "payments_reversal_write",
    `insert into payment_reversal (id, payment_id, day, reason, by_label, at) values ($1, $2, $3, $4, $5, $6)`,
    [reversal.id, reversal.payment, reversal.day.toString(), reversal.reason, actor.name, now.toString()],
  );
  const { id: sourceId, payment: paymentId, day } = reversal;
  await postReversal(writes, { payment: paymentId, sourceId, day, at: now });
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "payments.reversed",
    objectKind: "payment",
    objectId: reversal.payment,
    householdId: paid.householdId,
    reason: reversal.reason,
    address,
  });
  return ok({ fresh: true });
}

/** The most that may be given back of a payment now; undefined where there is no such payment. */
export async function mostRefundable(
  reads: Reads,
  id: Id<"payment">,
): Promise<{ most: Cents; balance: Cents } | undefined> {
  const paid = await payment(reads, id);
  if (paid === undefined) return undefined;
  return { most: await mostOf(reads, paid), balance: await wholeBalance(reads, paid) };
}

async function mostOf(reads: Reads, paid: PaidRow): Promise<Cents> {
  const favour = 0 - (await wholeBalance(reads, paid));
  return cents(paid.bounced ? 0 : Math.max(0, Math.min(favour, paid.cents - paid.refunded)));
}

/** A payment and what was given back of it, once its payer's account is held. */
async function heldPayment(writes: Writes, id: Id<"payment">): Promise<PaidRow | undefined> {
  const payer = await payment(writes, id);
  if (payer === undefined) return undefined;
  await lockAccount(writes, payer);
  return payment(writes, id);
}

function payment(reads: Reads, id: Id<"payment">): Promise<PaidRow | undefined> {
  return reads.row<PaidRow>(
    "payments_payment_paid",
    `select p.household_id as "householdId", p.guardian_id as "guardianId", p.amount_cents as cents,
            coalesce((select sum(amount_cents) from refund where payment_id = p.id), 0)::bigint as refunded,
            exists (select from payment_reversal where payment_id = p.id) as bounced
     from payment p where p.id = $1`,
    [id],
  );
}

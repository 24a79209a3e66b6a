import type { SignedInVisit } from "#identity";
import { cents, ok, refuse, type Cents, type Id, type Result } from "#kernel";
import { announce, rehearse, type Reads, type Writes } from "#platform";

import { judgeRefund, writeRefund, writeReversal, type RefundMeans } from "../received/refund.ts";
import { holdDesk, type HoldRefusal } from "./hold-desk.ts";
import { holdingsNow, postDeskEntry } from "./holdings.ts";
import { isHeld, type DeskMeans } from "./regie.ts";
import { refundedBy } from "./treasury-refund.ts";

/** A payment of a desk that was wrong, and why. */
export interface Correction {
  readonly id: Id<"reversal">;
  readonly regie: Id<"regie">;
  readonly payment: Id<"payment">;
  readonly reason: string;
}

/** Money given back at a desk. */
export interface DeskRefund {
  readonly id: Id<"refund">;
  readonly regie: Id<"regie">;
  readonly payment: Id<"payment">;
  readonly cents: Cents;
  readonly means: RefundMeans;
  readonly reason: string;
}

/** Why nothing was put right or given back. */
export type CorrectRefusal =
  | HoldRefusal
  /** There is less in the till. */
  | { readonly code: "cash"; readonly cash: Cents }
  | { readonly code: "refunded" }
  | { readonly code: "bounced" }
  | { readonly code: "title" }
  /** This form has given back something else already. */
  | { readonly code: "used" }
  | { readonly code: "too-much"; readonly most: Cents };

interface DeskPayment {
  readonly means: DeskMeans;
  readonly cents: Cents;
  readonly deposited: boolean;
  readonly reversed: boolean;
  readonly refunded: boolean;
}

/**
 * @rule Corriger un encaissement
 *
 * Rien ne s’efface : un encaissement faux est annulé par une écriture contraire, datée du jour, avec sa raison. La
 * quittance garde son numéro et dit qu’elle est annulée ; ce qu’elle réglait est de nouveau dû. Des espèces sortent de la
 * caisse, un chèque qui n’est pas encore versé aussi ; un chèque déjà versé (impayé) ne change rien à la caisse.
 *
 * Exemple : 40,00 € pris le 3 décembre pour la mauvaise famille, annulés le 4 : le journal du 3 ne change pas, celui du 4
 * dit − 40,00 €.
 */
export function correctPayment(
  visit: SignedInVisit,
  correction: Correction,
): Promise<Result<null, CorrectRefusal>> {
  return visit.database.write((writes) => correct(writes, visit, correction));
}

/** Whether it would be cancelled now; nothing of it stays. */
export function rehearseCorrection(
  visit: SignedInVisit,
  correction: Correction,
): Promise<Result<null, CorrectRefusal>> {
  return rehearse(visit.database, (writes) => correct(writes, visit, correction));
}

async function correct(
  writes: Writes,
  visit: SignedInVisit,
  { id, regie, payment, reason }: Correction,
): Promise<Result<null, CorrectRefusal>> {
  const held = await holdDesk(writes, visit, regie);
  if (!held.ok) return held;
  const known = await deskPayment(writes, regie, payment);
  if (known === undefined) return refuse({ code: "unknown" });
  if (known.reversed) return ok(null);
  const { means, cents: amount } = known;
  if (means === "cash") {
    if (known.refunded) return refuse({ code: "refunded" });
    const { cash } = await holdingsNow(writes, regie);
    if (cash < amount) return refuse({ code: "cash", cash });
  }
  const { day } = held.value;
  const reversed = await writeReversal(writes, visit, { id, payment, day, reason });
  if (!reversed.ok) return reversed;
  if (!reversed.value.fresh) return ok(null);
  await postDeskEntry(writes, {
    ...{ regie, day, means, kind: "correction", cents: cents(0 - amount), sourceId: id, payment },
    held: isHeld(means) && !known.deposited,
    by: visit.actor,
    at: visit.now,
  });
  await announce(writes, visit.authority.id, { type: "payments.corrected", facts: { payment } });
  return ok(null);
}

/**
 * @rule Rembourser à la régie
 *
 * Un trop-perçu se rend sur le règlement qui l’a fait. En espèces, il sort de la caisse, qui doit le contenir ; par virement,
 * par chèque ou sur la carte, le comptable le paie et le journal le dit. Un titre (CESU, ANCV) ne se rembourse pas.
 *
 * Exemple : 50,00 € pris en espèces pour 40,00 € dus : 10,00 € peuvent être rendus, s’il y a 10,00 € dans la caisse.
 */
export function refundAtDesk(
  visit: SignedInVisit,
  refund: DeskRefund,
): Promise<Result<null, CorrectRefusal>> {
  return visit.database.write((writes) => give(writes, visit, refund));
}

/** Whether it would be given back now; nothing of it stays. */
export function rehearseDeskRefund(
  visit: SignedInVisit,
  refund: DeskRefund,
): Promise<Result<null, CorrectRefusal>> {
  return rehearse(visit.database, (writes) => give(writes, visit, refund));
}

async function give(
  writes: Writes,
  visit: SignedInVisit,
  { id, regie, payment, cents: amount, means, reason }: DeskRefund,
): Promise<Result<null, CorrectRefusal>> {
  const held = await holdDesk(writes, visit, regie);
  if (!held.ok) return held;
  const known = await deskPayment(writes, regie, payment);
  if (known === undefined) return refuse({ code: "unknown" });
  if (known.means === "cesu" || known.means === "ancv") return refuse({ code: "title" });
  const refund = { id, payment, cents: amount, means, reason };
  // What the payer may have back first: a till that is full enough changes nothing about it.
  const judged = await judgeRefund(writes, refund);
  if (!judged.ok) return judged;
  if (judged.value === null) return ok(null);
  const { cash } = await holdingsNow(writes, regie);
  if (means === "cash" && cash < amount) return refuse({ code: "cash", cash });
  const refunded = await writeRefund(writes, visit, refund);
  if (!refunded.ok) return refunded;
  await postDeskEntry(writes, {
    ...{ regie, day: held.value.day, kind: "refund", cents: cents(0 - amount), sourceId: id, payment },
    means: refundedBy(means),
    held: means === "cash",
    by: visit.actor,
    at: visit.now,
  });
  return ok(null);
}

function deskPayment(
  reads: Reads,
  regie: Id<"regie">,
  payment: Id<"payment">,
): Promise<DeskPayment | undefined> {
  return reads.row<DeskPayment>(
    "payments_desk_payment",
    `select p.means, p.amount_cents as cents,
            exists (select from desk_deposit_item where payment_id = p.id) as deposited,
            exists (select from payment_reversal where payment_id = p.id) as reversed,
            exists (select from refund where payment_id = p.id) as refunded
     from desk_receipt r
     join payment p on p.id = r.payment_id
     where r.payment_id = $1 and r.regie_id = $2`,
    [payment, regie],
  );
}

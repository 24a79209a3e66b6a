import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { DeskOrder } from "./desk-order.ts";

/** A receipt that took a cheque of the same bank, number and amount. */
export interface SameCheque {
  readonly payment: Id<"payment">;
  readonly regie: string;
  readonly year: number;
  readonly number: number;
  readonly day: Temporal.PlainDate;
  readonly payer: string;
  readonly cents: Cents;
}

/**
 * The last receipt, of any régie, that took this very cheque and was not cancelled: handed in twice, or typed twice.
 * Undefined where there is none, or where it is no cheque.
 */
export async function sameCheque(
  reads: Reads,
  { id, means, cents, bank, reference }: DeskOrder,
): Promise<SameCheque | undefined> {
  if (means !== "cheque") return undefined;
  return reads.row<SameCheque>(
    "payments_desk_same_cheque",
    `select r.payment_id as payment, s.name as regie, r.year, r.number, p.day, r.payer_name as payer,
            p.amount_cents as cents
     from desk_receipt r
     join payment p on p.id = r.payment_id and p.amount_cents = $3 and p.means = 'cheque'
     join regie_setting s on s.id = r.setting_id
     where r.bank is not null and cheque_key(r.bank, r.reference) = cheque_key($1, $2) and r.payment_id <> $4
       and not exists (select from payment_reversal b where b.payment_id = r.payment_id)
     order by r.at desc
     limit 1`,
    [bank, reference, cents, id],
  );
}

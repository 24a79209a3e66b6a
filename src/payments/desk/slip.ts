import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

/** A cheque or a title of a slip. */
export interface SlipItem {
  readonly payment: Id<"payment">;
  readonly year: number;
  readonly number: number;
  readonly day: Temporal.PlainDate;
  readonly cents: Cents;
  readonly payer: string;
  readonly drawer: string | null;
  readonly bank: string | null;
  readonly reference: string | null;
}

/** The cheques or titles of a slip, in its order. */
export function slipItems(reads: Reads, deposit: Id<"deposit">): Promise<SlipItem[]> {
  return reads.rows<SlipItem>(
    "payments_slip_items",
    `select p.id as payment, r.year, r.number, p.day, p.amount_cents as cents, r.payer_name as payer, r.drawer, r.bank,
            r.reference
     from desk_deposit_item item
     join desk_receipt r on r.payment_id = item.payment_id
     join payment p on p.id = item.payment_id
     where item.deposit_id = $1
     order by item.position`,
    [deposit],
  );
}

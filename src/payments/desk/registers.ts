import type { InvoiceNumber } from "#billing";
import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { Count } from "./close-day.ts";
import type { Period } from "./journal.ts";
import type { DeskMeans } from "./regie.ts";

/** Rows of a file at most. */
const ALL = 100_000;

/** A line of the register of receipts. */
export interface RegisterReceipt {
  readonly payment: Id<"payment">;
  readonly year: number;
  readonly number: number;
  readonly at: Temporal.Instant;
  readonly day: Temporal.PlainDate;
  readonly payer: string;
  readonly means: DeskMeans;
  readonly cents: Cents;
  readonly drawer: string | null;
  readonly bank: string | null;
  readonly reference: string | null;
  readonly settles: readonly InvoiceNumber[];
  readonly reversedOn: Temporal.PlainDate | null;
  readonly by: string;
}

/** Every receipt of a period, by number: none is missing, cancelled ones are there. */
export function registerReceipts(reads: Reads, { regie, first, last }: Period): Promise<RegisterReceipt[]> {
  return reads.rows<RegisterReceipt>(
    "payments_register_receipts",
    `select r.payment_id as payment, r.year, r.number, r.at, p.day, r.payer_name as payer, p.means,
            p.amount_cents as cents, r.drawer, r.bank, r.reference, b.day as "reversedOn", r.by_label as by,
            coalesce((select jsonb_agg(jsonb_build_object('series', i.series, 'year', i.year, 'number', i.number))
                      from jsonb_to_recordset(r.settles) as one (invoice uuid)
                      join billing_invoice_card i on i.invoice_id = one.invoice), '[]') as settles
     from desk_entry e
     join desk_receipt r on r.payment_id = e.payment_id
     join payment p on p.id = r.payment_id
     left join payment_reversal b on b.payment_id = r.payment_id
     where e.regie_id = $1 and e.kind = 'receipt' and e.day between $2 and $3
     order by r.year, r.number
     limit ${ALL}`,
    [regie, first.toString(), last.toString()],
  );
}

/** A day that was closed, as the register tells it. */
export interface RegisterClosing {
  readonly day: Temporal.PlainDate;
  readonly at: Temporal.Instant;
  readonly counts: readonly Count[];
  readonly explanation: string | null;
  readonly by: string;
}

/** The closings of a period. */
export function registerClosings(reads: Reads, { regie, first, last }: Period): Promise<RegisterClosing[]> {
  return reads.rows<RegisterClosing>(
    "payments_register_closings",
    `select day, at, counts, explanation, by_label as by
     from desk_closing where regie_id = $1 and day between $2 and $3
     order by day
     limit ${ALL}`,
    [regie, first.toString(), last.toString()],
  );
}

import type { AccountReach, InvoiceNumber } from "#billing";
import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { RefundMeans } from "../received/refund.ts";
import type { DeskPlace } from "./desk-basket.ts";
import type { DeskMeans } from "./regie.ts";

/** A document that a receipt names, and what the payment settled of it. */
export interface SettledDocument extends InvoiceNumber {
  readonly invoice: Id<"invoice">;
  readonly cents: Cents;
}

/** The numbered receipt of a payment taken at a desk. */
export interface DeskReceipt {
  readonly payment: Id<"payment">;
  readonly regieId: Id<"regie">;
  readonly regie: string;
  readonly year: number;
  readonly number: number;
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
  readonly payer: string;
  readonly means: DeskMeans;
  readonly cents: Cents;
  readonly handed: Cents | null;
  readonly drawer: string | null;
  readonly bank: string | null;
  readonly reference: string | null;
  readonly settles: readonly SettledDocument[];
  /** The held places that it booked. */
  readonly places: readonly DeskPlace[];
  readonly by: string;
  readonly at: Temporal.Instant;
  /** It was wrong, or did not hold: since when, and why. */
  readonly reversedOn: Temporal.PlainDate | null;
  readonly reversedWhy: string | null;
  readonly refunds: readonly { readonly day: string; readonly cents: Cents; readonly means: RefundMeans }[];
  /** The number of the slip with which it left the régie. */
  readonly depositYear: number | null;
  readonly depositNumber: number | null;
}

const SELECT = `select r.payment_id as payment, r.regie_id as "regieId", s.name as regie, r.year, r.number,
            p.household_id as "householdId", p.guardian_id as "guardianId", r.payer_name as payer, p.means,
            p.amount_cents as cents, r.handed_cents as handed, r.drawer, r.bank, r.reference, r.places, r.by_label as by, r.at,
            b.day as "reversedOn", b.reason as "reversedWhy", d.year as "depositYear", d.number as "depositNumber",
            coalesce((select jsonb_agg(jsonb_build_object('invoice', i.invoice_id, 'series', i.series, 'year', i.year,
                                                          'number', i.number, 'cents', (one.settled->>'cents')::integer)
                                       order by one.position)
                      from jsonb_array_elements(r.settles) with ordinality as one (settled, position)
                      join billing_invoice_card i on i.invoice_id = (one.settled->>'invoice')::uuid), '[]') as settles,
            coalesce((select jsonb_agg(jsonb_build_object('day', f.day, 'cents', f.amount_cents, 'means', f.means)
                                       order by f.at)
                      from refund f where f.payment_id = r.payment_id), '[]') as refunds
     from desk_receipt r
     join payment p on p.id = r.payment_id
     join regie_setting s on s.id = r.setting_id
     left join payment_reversal b on b.payment_id = r.payment_id
     left join desk_deposit_item left_with on left_with.payment_id = r.payment_id
     left join desk_deposit d on d.id = left_with.deposit_id`;

/** A receipt of a régie; undefined where there is none. */
export function receiptOf(
  reads: Reads,
  regie: Id<"regie">,
  payment: Id<"payment">,
): Promise<DeskReceipt | undefined> {
  return reads.row<DeskReceipt>(
    "payments_desk_receipt",
    `${SELECT} where r.payment_id = $1 and r.regie_id = $2`,
    [payment, regie],
  );
}

/** A receipt, for what the program does by itself. */
export function receiptById(reads: Reads, payment: Id<"payment">): Promise<DeskReceipt | undefined> {
  return reads.row<DeskReceipt>("payments_desk_receipt_by_id", `${SELECT} where r.payment_id = $1`, [
    payment,
  ]);
}

/** A receipt of an account within reach of a family. */
export function receiptWithin(
  reads: Reads,
  { householdIds, onlyGuardian, ownGuardian }: AccountReach,
  payment: string,
): Promise<DeskReceipt | undefined> {
  return reads.row<DeskReceipt>(
    "payments_desk_receipt_within",
    `${SELECT}
     where r.payment_id = $1 and (p.household_id = any ($2::uuid[]) or p.guardian_id = $4)
       and ($3::uuid is null or p.guardian_id = $3)`,
    [payment, householdIds, onlyGuardian, ownGuardian],
  );
}

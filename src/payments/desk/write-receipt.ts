import type { Settlement } from "#billing";
import type { SignedInVisit } from "#identity";
import type { Cents, Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { DeskPlace } from "./desk-basket.ts";
import type { DeskOrder } from "./desk-order.ts";
import type { DeskMeans, KeptRegie } from "./regie.ts";

interface NewReceipt {
  readonly order: DeskOrder;
  readonly regie: KeptRegie;
  readonly payerName: string;
  readonly settles: readonly Settlement[];
  readonly places: readonly DeskPlace[];
  readonly year: number;
  readonly number: number;
}

/** Writes the numbered receipt of a payment, as it will always be printed. */
export async function writeReceipt(
  writes: Writes,
  { actor, now }: SignedInVisit,
  { order, regie, payerName, settles, places, year, number }: NewReceipt,
): Promise<void> {
  await writes.run(
    "payments_desk_receipt_write",
    `insert into desk_receipt (payment_id, regie_id, setting_id, year, number, payer_name, handed_cents, drawer, bank,
                               reference, settles, account_id, by_label, at, places)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      order.id,
      regie.id,
      regie.settingId,
      year,
      number,
      payerName,
      order.handed,
      order.drawer,
      order.bank,
      order.reference,
      JSON.stringify(settles),
      actor.accountId,
      actor.name,
      now.toString(),
      JSON.stringify(places),
    ],
  );
}

/** What a form that was sent before wrote; undefined where it wrote nothing. */
export function keptReceipt(reads: Reads, payment: Id<"payment">) {
  return reads.row<{
    regie: Id<"regie">;
    year: number;
    number: number;
    householdId: Id<"household">;
    guardianId: Id<"guardian">;
    means: DeskMeans;
    cents: Cents;
    handed: Cents | null;
    settles: readonly Settlement[];
    places: readonly DeskPlace[];
  }>(
    "payments_desk_receipt_kept",
    `select r.regie_id as regie, r.year, r.number, p.household_id as "householdId", p.guardian_id as "guardianId", p.means,
            p.amount_cents as cents, r.handed_cents as handed, r.settles, r.places
     from desk_receipt r
     join payment p on p.id = r.payment_id
     where r.payment_id = $1`,
    [payment],
  );
}

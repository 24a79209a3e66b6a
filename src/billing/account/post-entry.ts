import type { Cents, Id } from "#kernel";
import type { Writes } from "#platform";

import type { EntryKind } from "../rules/allocation.ts";
import type { Admits } from "../rules/care-paid.ts";
import type { Payer } from "../rules/owed.ts";

/** One entry to post. Amounts are told as people say them: 40,00 € paid, 12,00 € given back. */
export interface NewEntry {
  readonly payer: Payer;
  readonly kind: Extract<EntryKind, "payment" | "refund" | "write_off" | "transfer">;
  readonly cents: Cents;
  readonly day: Temporal.PlainDate;
  /** The id of what posts it: the same one never posts twice. */
  readonly sourceId: Id<"payment"> | Id<"refund"> | Id<"writeOff"> | Id<"claim">;
  /** The documents it settles first, in order; a refund has none. */
  readonly toward?: readonly Id<"invoice">[];
  /** How a payment came: « card », « cesu »…, as its folder names it. Only a payment has one. */
  readonly means?: string;
  /** So much at most of each of them: what a title (CESU) may pay. */
  readonly shares?: readonly Cents[];
  /** The care of each document that a title may pay, for the tax certificate. */
  readonly admits?: Admits;
  readonly at: Temporal.Instant;
}

/**
 * Holds a payer's account until the caller's transaction ends: whoever decides from what is owed now, decides after
 * whatever was being posted.
 */
export async function lockAccount(writes: Writes, { householdId, guardianId }: Payer): Promise<void> {
  await writes.rows(
    "billing_account_lock",
    "select pg_advisory_xact_lock(hashtextextended($1 || $2, 0))::text as held",
    [householdId, guardianId],
  );
}

/**
 * Posts an entry into a payer's account, in the caller's transaction.
 * @returns whether it was posted now; false where this source had posted it already
 */
export async function postEntry(writes: Writes, entry: NewEntry): Promise<boolean> {
  const { payer, kind, day, sourceId, toward = [], shares = [], means, admits, at } = entry;
  await lockAccount(writes, payer);
  const posted = await writes.run(
    "billing_entry_post",
    `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, source_id, toward, toward_cents,
                               means, admits, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (kind, source_id) where source_id is not null do nothing`,
    [
      payer.householdId,
      payer.guardianId,
      kind,
      kind === "refund" ? entry.cents : 0 - entry.cents,
      day.toString(),
      sourceId,
      toward,
      shares,
      means ?? null,
      admits === undefined ? null : JSON.stringify(admits),
      at.toString(),
    ],
  );
  return posted > 0;
}

/**
 * Posts that a payment did not hold (« rejet »): its amount is owed again, and so is what it had settled.
 * @returns whether it was posted now; false where the payment had bounced already, or was never posted
 */
export async function postReversal(
  writes: Writes,
  reversal: {
    payment: Id<"payment">;
    sourceId: Id<"reversal">;
    day: Temporal.PlainDate;
    at: Temporal.Instant;
  },
): Promise<boolean> {
  const payer = await writes.row<Payer>(
    "billing_payer_of_payment",
    `select household_id as "householdId", guardian_id as "guardianId"
     from ledger_entry where kind = 'payment' and source_id = $1`,
    [reversal.payment],
  );
  if (payer === undefined) return false;
  await lockAccount(writes, payer);
  const posted = await writes.run(
    "billing_reversal_post",
    `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, source_id, reverses, at)
     select household_id, guardian_id, 'reversal', 0 - amount_cents, $3, $2, id, $4
     from ledger_entry where kind = 'payment' and source_id = $1
     on conflict do nothing`,
    [reversal.payment, reversal.sourceId, reversal.day.toString(), reversal.at.toString()],
  );
  return posted > 0;
}

import { bookPaidOnline, keepForPayment, type BasketLine, type PaidOutcome } from "#bookings";
import type { Cents, Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { Attempt } from "../attempts/attempt.ts";

/** A place of a basket, or a package, that an attempt pays: as the family was told it. */
export interface AttemptPlace {
  readonly label: string;
  readonly cents: Cents;
  readonly why: readonly string[];
  /** What became of it; null as long as nothing was received for it. */
  readonly outcome: PaidOutcome | null;
  /** Its time was over when the answer came; it was free still, and is booked again. */
  readonly bookedLate: boolean;
}

/** What of a basket an attempt pays, in order; empty for one that pays documents or an advance. */
export function placesOf(reads: Reads, attempt: Id<"attempt">): Promise<AttemptPlace[]> {
  return reads.rows<AttemptPlace>(
    "payments_attempt_places",
    `select label, amount_cents as cents, why, outcome, booked_late as "bookedLate"
     from attempt_place where attempt_id = $1 order by position`,
    [attempt],
  );
}

/**
 * Keeps the places that a new attempt pays, in the transaction that writes it.
 * @returns whether they are kept; if not, one of them is no longer the family's to pay
 */
export function keepPlaces(
  writes: Writes,
  { attempt, lines, now }: { attempt: Id<"attempt">; lines: readonly BasketLine[]; now: Temporal.Instant },
): Promise<boolean> {
  const bookings = lines.flatMap(({ bookingIds }) => bookingIds);
  return keepForPayment(writes, { payment: attempt, bookings }, now);
}

/** Writes what the family was told of them: prices and reasons stay as they were when they were paid. */
export async function writePlaces(
  writes: Writes,
  attempt: Id<"attempt">,
  lines: readonly BasketLine[],
): Promise<void> {
  const rows = lines.map(({ bookingIds, label, cents, why }, index) => ({
    position: index + 1,
    booking_ids: bookingIds,
    label,
    amount_cents: cents ?? 0,
    why,
  }));
  await writes.run(
    "payments_attempt_places_write",
    `insert into attempt_place (attempt_id, position, booking_ids, label, amount_cents, why)
     select $1, p.position, p.booking_ids, p.label, p.amount_cents, p.why
     from jsonb_to_recordset($2::jsonb)
       as p (position smallint, booking_ids uuid[], label text, amount_cents integer, why text[])`,
    [attempt, JSON.stringify(rows)],
  );
}

/**
 * @rule Une place gardée qui est payée
 *
 * Dès que PayFiP dit que le panier est payé, dans la même écriture, l’argent devient un crédit du payeur, que sa
 * prochaine facture emploie, et les places encore gardées sont réservées. Une place gardée n’est pas rendue tant que son
 * paiement est en cours. Si la réponse arrive quand la place a été rendue, elle est réservée de nouveau si elle est libre.
 * Si elle est à quelqu’un d’autre, ou payée une autre fois, le crédit reste : il règle les factures suivantes, ou se
 * redemande. Moins que demandé ne réserve rien.
 *
 * Exemple : 12,40 € payés à 14 h 10 pour une journée gardée jusqu’à 14 h 20, PayFiP muet jusqu’à 15 h : à 14 h 30 la place
 * est rendue et une autre famille la prend. À 15 h, 12,40 € sont en faveur du payeur, et un message le lui dit.
 */
export async function bookPlaces(
  writes: Writes,
  { id, by, amount }: Pick<Attempt, "id" | "by" | "amount">,
  { paid, now }: { paid: Cents; now: Temporal.Instant },
): Promise<void> {
  if (paid < amount) return;
  const asked = await writes.rows<{ position: number; bookings: Id<"booking">[]; isFree: boolean }>(
    "payments_attempt_bookings",
    `select position, booking_ids as bookings, amount_cents = 0 as "isFree"
     from attempt_place where attempt_id = $1 order by position`,
    [id],
  );
  if (asked.length === 0) return;
  const became = await bookPaidOnline(writes, asked, { at: now, accountId: null, by });
  const rows = became.map(({ outcome, bookings, isLate }, index) => ({
    position: asked[index]?.position,
    outcome,
    booking_ids: bookings,
    booked_late: isLate,
  }));
  await writes.run(
    "payments_attempt_places_follow",
    `update attempt_place p set outcome = f.outcome, booking_ids = f.booking_ids, booked_late = f.booked_late
     from jsonb_to_recordset($2::jsonb) as f (position smallint, outcome text, booking_ids uuid[], booked_late boolean)
     where p.attempt_id = $1 and p.position = f.position`,
    [id, JSON.stringify(rows)],
  );
}

/** A place that was paid after its time was over: not had, or booked again, as agents read it. */
export interface LatePlace extends AttemptPlace {
  readonly attemptId: Id<"attempt">;
  readonly position: number;
  readonly householdId: Id<"household">;
  readonly by: string;
  readonly paidAt: Temporal.Instant;
}

/** For how long agents read of a place that was paid late. */
export const LATE_DAYS = 30;

/** The places paid in the last days and not had (what they cost is in the payer's favour) or booked again, the last one first. */
export function latePlaces(reads: Reads, now: Temporal.Instant): Promise<LatePlace[]> {
  return reads.rows<LatePlace>(
    "payments_places_late",
    `select l.attempt_id as "attemptId", l.position, a.household_id as "householdId", a.by_label as by, p.at as "paidAt",
            l.label, l.amount_cents as cents, l.why, l.outcome, l.booked_late as "bookedLate"
     from attempt_place l
     join payment p on p.attempt_id = l.attempt_id
     join payment_attempt a on a.id = l.attempt_id
     where (l.outcome <> 'booked' or l.booked_late) and l.amount_cents > 0 and p.at > $1
     order by p.at desc, l.attempt_id, l.position limit 200`,
    [now.subtract({ hours: 24 * LATE_DAYS }).toString()],
  );
}

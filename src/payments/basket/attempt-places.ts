import { bookPaid, keepForPayment, type BasketLine, type PaidOutcome } from "#bookings";
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
}

/** What of a basket an attempt pays, in order; empty for one that pays documents or an advance. */
export function placesOf(reads: Reads, attempt: Id<"attempt">): Promise<AttemptPlace[]> {
  return reads.rows<AttemptPlace>(
    "payments_attempt_places",
    `select label, amount_cents as cents, why, outcome from attempt_place where attempt_id = $1 order by position`,
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
 * paiement est en cours. Si la réponse arrive quand la place est déjà à quelqu’un d’autre, ou payée une autre fois, le
 * crédit reste : il règle les factures suivantes, ou se redemande. Moins que demandé ne réserve rien.
 *
 * Exemple : 12,40 € payés à 14 h 10 pour une journée gardée jusqu’à 14 h 20, PayFiP muet jusqu’à 15 h : à 14 h 30 la place
 * est rendue et une autre famille la prend. À 15 h, 12,40 € sont en faveur du payeur, et un message le lui dit.
 */
export async function bookPlaces(
  writes: Writes,
  { id, by, amount }: Pick<Attempt, "id" | "by" | "amount">,
  { paid, now }: { paid: Cents; now: Temporal.Instant },
): Promise<void> {
  const asked = await writes.rows<{ position: number; bookingIds: Id<"booking">[] }>(
    "payments_attempt_bookings",
    `select position, booking_ids as "bookingIds" from attempt_place where attempt_id = $1`,
    [id],
  );
  if (asked.length === 0 || paid < amount) return;
  const bookings = asked.flatMap(({ bookingIds }) => bookingIds);
  const outcomes = await bookPaid(writes, bookings, { at: now, accountId: null, by, byAgent: false });
  await writes.run(
    "payments_attempt_places_follow",
    `update attempt_place p set outcome = f.outcome
     from unnest($2::smallint[], $3::text[]) as f (position, outcome)
     where p.attempt_id = $1 and p.position = f.position`,
    [
      id,
      asked.map(({ position }) => position),
      asked.map(({ bookingIds }) => whole(bookingIds.map((booking) => outcomes.get(booking) ?? "lost"))),
    ],
  );
}

/** Of a package of which a day was closed meanwhile, the others are had. */
function whole(outcomes: readonly PaidOutcome[]): PaidOutcome {
  if (outcomes.includes("booked")) return "booked";
  return outcomes.includes("already") ? "already" : "lost";
}

/** A place that was paid and not had, as agents read it. */
export interface LostPlace extends AttemptPlace {
  readonly attemptId: Id<"attempt">;
  readonly position: number;
  readonly householdId: Id<"household">;
  readonly by: string;
  readonly paidAt: Temporal.Instant;
}

/** For how long agents read of a place that was paid and not had. */
export const LOST_DAYS = 30;

/** The places paid in the last days and not had, the last one first: what they cost is in the payer's favour. */
export function lostPlaces(reads: Reads, now: Temporal.Instant): Promise<LostPlace[]> {
  return reads.rows<LostPlace>(
    "payments_places_lost",
    `select l.attempt_id as "attemptId", l.position, a.household_id as "householdId", a.by_label as by, p.at as "paidAt",
            l.label, l.amount_cents as cents, l.why, l.outcome
     from attempt_place l
     join payment p on p.attempt_id = l.attempt_id
     join payment_attempt a on a.id = l.attempt_id
     where l.outcome in ('lost', 'already') and l.amount_cents > 0 and p.at > $1
     order by p.at desc, l.attempt_id, l.position limit 200`,
    [now.subtract({ hours: 24 * LOST_DAYS }).toString()],
  );
}

import { parisDate, type Id } from "#kernel";
import type { Writes } from "#platform";

import { bookPaid, type PaidBy, type PaidOutcome } from "./paid-places.ts";

/** Places that stand or fall together (a day, a package), and were paid on line. */
export interface PaidWhole {
  readonly bookings: readonly Id<"booking">[];
  /** Nothing was asked for them. */
  readonly isFree: boolean;
}

/** What became of them. */
export interface WholeOutcome {
  readonly outcome: PaidOutcome;
  /** The bookings that it stands for now. */
  readonly bookings: readonly Id<"booking">[];
  /** Their time was over before the answer came: they were booked again. */
  readonly isLate: boolean;
}

/**
 * @rule Une place payée dont la réponse arrive tard
 *
 * PayFiP peut ne répondre qu’après que la place gardée a été rendue. Dans l’écriture qui constate le paiement, la place est
 * réservée de nouveau si elle est encore libre, si son délai de réservation n’est pas passé, et si la famille ne l’a pas
 * annulée. Une place redemandée entre-temps et gardée est réservée par cet argent. Sinon la somme reste en faveur du payeur,
 * et la famille lit pourquoi.
 *
 * Exemple : la journée du 2 décembre est payée à 14 h 10 et rendue à 14 h 30. PayFiP le dit à 15 h : personne ne l’a prise,
 * elle est réservée, et le message le dit.
 *
 * Books them in the caller’s transaction, which holds the account and no booking: slots are locked before bookings, as a
 * form does. Done twice, it is done once.
 */
export async function bookPaidOnline(
  writes: Writes,
  wholes: readonly PaidWhole[],
  by: Pick<PaidBy, "at" | "accountId" | "by">,
): Promise<readonly WholeOutcome[]> {
  const all = wholes.flatMap(({ bookings }) => bookings);
  await writes.run(
    "basket_lock_places",
    "select lock_places(array(select distinct slot_id from booking where id = any ($1::uuid[])))",
    [all],
  );
  const free = wholes.filter(({ isFree }) => isFree).flatMap(({ bookings }) => bookings);
  const outcomes = await bookPaid(writes, all, { ...by, byAgent: false, free });
  const had = wholes.map(({ bookings }): WholeOutcome => {
    const each = bookings.map((id) => outcomes.get(id) ?? "lost");
    // Of a package of which a day was closed meanwhile, the others are had.
    const outcome = (["booked", "already"] as const).find((good) => each.includes(good)) ?? "lost";
    return { outcome, bookings, isLate: false };
  });
  const lapsed = wholes.filter((_, index) => had[index]?.outcome === "lost");
  const again = lapsed.length === 0 ? [] : await bookLapsed(writes, lapsed, by);
  return had.map((one, index) => {
    const whole = wholes[index];
    const later = whole && again[lapsed.indexOf(whole)];
    return later ?? one;
  });
}

async function bookLapsed(
  writes: Writes,
  lapsed: readonly PaidWhole[],
  { at, accountId, by }: Pick<PaidBy, "at" | "accountId" | "by">,
): Promise<readonly WholeOutcome[]> {
  const wholes = lapsed.map(({ bookings, isFree }) => ({ bookings, act: isFree ? "booked" : "paid" }));
  const row = await writes.row<{ told: readonly Omit<WholeOutcome, "isLate">[] }>(
    "basket_book_lapsed",
    "select book_lapsed($1::jsonb, $2, $3, $4, $5) as told",
    [JSON.stringify(wholes), at.toString(), parisDate(at).toString(), accountId, by],
  );
  return (row?.told ?? []).map(({ outcome, bookings }, index) => ({
    outcome,
    bookings: outcome === "booked" ? bookings : (lapsed[index]?.bookings ?? []),
    isLate: outcome === "booked",
  }));
}

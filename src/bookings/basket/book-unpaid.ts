import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal } from "#platform";

import { basketLines, type BasketLine } from "./basket-lines.ts";
import { bookPaid } from "./paid-places.ts";

/** Held places that an agent books without payment, and why. */
export interface Unpaid {
  readonly householdId: Id<"household">;
  readonly bookings: readonly Id<"booking">[];
  readonly reason: string;
}

/**
 * @rule Réserver une place gardée sans la payer
 *
 * Une place gardée dont personne ne peut dire le prix avant la facture, ou qui est gratuite, est réservée par un agent qui
 * réserve pour tous les lieux ; il écrit pourquoi, et la famille le lit dans son historique. Une place qui a un prix se paie,
 * en ligne ou à la régie.
 *
 * Exemple : l’atelier du 2 décembre n’a pas encore de tarif ; à l’accueil, Martine le réserve : « Tarif voté le 15 ».
 */
export const mayBeUnpaid = ({ cents, awaits }: BasketLine): boolean =>
  awaits === null && (cents === null || cents === 0);

/**
 * Books them, with their line of the history and of the journal; refuses where one is not held any more, or has a price.
 * Sent twice, the second finds nothing to book.
 */
export async function bookUnpaid(
  { actor, database, now, address }: SignedInVisit,
  { householdId, bookings, reason }: Unpaid,
): Promise<Result<{ readonly booked: number }, { readonly code: "changed" }>> {
  return database.write(async (writes) => {
    const lines = await basketLines(writes, { householdIds: [householdId], withheldIds: [] }, now);
    const free = new Set(lines.filter(mayBeUnpaid).flatMap(({ bookingIds }) => bookingIds));
    if (bookings.length === 0 || !bookings.every((id) => free.has(id))) return refuse({ code: "changed" });
    const by = { at: now, accountId: actor.accountId, by: actor.name, byAgent: true, unpaidBecause: reason };
    const outcomes = await bookPaid(writes, bookings, by);
    const booked = [...outcomes.values()].filter((outcome) => outcome === "booked").length;
    if (booked === 0) return refuse({ code: "changed" });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "bookings.held-booked-unpaid",
      objectKind: "household",
      objectId: householdId,
      householdId,
      reason,
      facts: { booked },
      address,
    });
    return ok({ booked });
  });
}

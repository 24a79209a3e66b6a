import { bookPaid, keepForPayment } from "#bookings";
import type { SignedIn } from "#identity";
import { cents, ok, refuse, type Cents, type Id, type Result } from "#kernel";
import type { Writes } from "#platform";

import { basketOf } from "../basket/payer-basket.ts";
import type { DeskOrder } from "./desk-order.ts";
import type { DeskMeans, KeptRegie } from "./regie.ts";

/** What of a basket a payment at a desk booked, as its receipt is printed. */
export interface DeskPlace {
  readonly bookings: readonly Id<"booking">[];
  readonly label: string;
  readonly cents: Cents;
}

/** Why the places of a basket are not booked with the money, which is not taken then. */
export type PlacesRefusal =
  /** A title, or a régie of some sites: what it takes becomes no credit. */
  | { readonly code: "places-means" }
  /** Given back, booked, paid on line or out of time since the page was shown. */
  | { readonly code: "places-gone" }
  /** Less than they cost. */
  | { readonly code: "places-cost"; readonly least: Cents };

/**
 * @rule Payer une place gardée à la régie
 *
 * Une place gardée se paie aussi à une régie de tous les lieux, par un moyen qui peut devenir un crédit : ni CESU, ni ANCV.
 * L’argent encaissé est au moins le prix des places choisies. Dans la même écriture, il devient le crédit du payeur et
 * les places sont réservées : tout ou rien. Si l’une n’est plus gardée, ou se paie en ligne, rien n’est encaissé.
 *
 * Exemple : 12,40 € en espèces pour la journée du mercredi 2 décembre de Lina, gardée jusqu’à 14 h 20 : la quittance dit les
 * deux. Annuler la quittance reprend l’argent, pas la place : la facture du mois la demandera.
 */
export const paysPlaces = (means: DeskMeans, { siteIds }: Pick<KeptRegie, "siteIds">): boolean =>
  means !== "cesu" && means !== "ancv" && siteIds.length === 0;

/**
 * Books the chosen places of the payer's basket, in the transaction that takes the money and under the lock of the account:
 * their prices are those of that moment. A refusal has written nothing.
 */
export async function bookAtDesk(
  writes: Writes,
  {
    order,
    regie,
    actor,
    now,
  }: { order: DeskOrder; regie: KeptRegie; actor: SignedIn; now: Temporal.Instant },
): Promise<Result<readonly DeskPlace[], PlacesRefusal>> {
  if (order.places.length === 0) return ok([]);
  if (!paysPlaces(order.means, regie)) return refuse({ code: "places-means" });
  const { payable } = await basketOf(writes, order, now);
  const lines = payable.filter(({ bookingIds }) => bookingIds.some((id) => order.places.includes(id)));
  const bookings = lines.flatMap(({ bookingIds }) => bookingIds);
  const isWhole =
    bookings.length === order.places.length && order.places.every((id) => bookings.includes(id));
  if (!isWhole) return refuse({ code: "places-gone" });
  const places = lines.map(({ bookingIds, label, cents: price }) => ({
    bookings: bookingIds,
    label,
    cents: price ?? cents(0),
  }));
  const least = cents(places.reduce((sum, one) => sum + one.cents, 0));
  if (order.cents < least) return refuse({ code: "places-cost", least });
  if (!(await keepForPayment(writes, { payment: order.id, bookings }, now)))
    return refuse({ code: "places-gone" });
  const free = places.filter(({ cents: price }) => price === 0).flatMap((place) => place.bookings);
  const by = { at: now, accountId: actor.accountId, by: actor.name, byAgent: true, free };
  await bookPaid(writes, bookings, by);
  return ok(places);
}

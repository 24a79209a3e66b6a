import { mayAt, type SignedIn } from "#identity";
import type { Id } from "#kernel";

/** The right to sign a care contract: that of booking for families. */
export const CONTRACT = "bookings.write";

/**
 * @rule Qui signe un contrat d'accueil
 *
 * L'agent qui réserve pour les familles sur un lieu y signe leurs contrats d'accueil, les change et y met fin. La
 * famille lit son contrat.
 */
export function mayContractAt(actor: SignedIn, siteId: Id<"site">): boolean {
  return mayAt(actor, CONTRACT, siteId);
}

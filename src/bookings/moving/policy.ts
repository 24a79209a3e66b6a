import type { Id } from "#kernel";
import { mayAt, type Actor } from "#identity";

/** The right to move a cut-off by hand: whoever may close a day may. */
export const MOVE = "closures.write";

/**
 * @rule Qui peut déplacer un délai
 *
 * L'agent qui peut fermer des jours sur un lieu peut aussi y déplacer le délai de réservation ou d'annulation de
 * quelques jours, et rétablir le délai d'avant.
 */
export function mayMove(actor: Actor, siteId: Id<"site">): boolean {
  return mayAt(actor, MOVE, siteId);
}

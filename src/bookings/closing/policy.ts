import type { Id } from "#kernel";
import { mayAt, type Actor } from "#identity";

/** The right to close days: held at a site, or everywhere. */
export const CLOSE = "closures.write";

/**
 * @rule Qui peut fermer un jour
 *
 * Un agent ferme des jours sur les lieux dont il s'occupe, et lève ces fermetures. Fermer tous les lieux à la
 * fois demande ce droit partout.
 */
export function mayClose(actor: Actor, siteId: Id<"site"> | null): boolean {
  if (siteId !== null) return mayAt(actor, CLOSE, siteId);
  return actor.kind === "signed-in" && actor.rights.get(CLOSE) === "everywhere";
}

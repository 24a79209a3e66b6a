import { agentEverywhere, agentWith, mayAt, type Access, type SignedIn, type SignedInVisit } from "#identity";
import type { Id } from "#kernel";

const READ = "offer.read";
const WRITE = "offer.write";

/** An agent who may see what is offered, at one site at least; `maySee` says at which. */
export const offerReader: Access<SignedInVisit> = agentWith(READ);

/**
 * @rule Qui peut changer l'offre
 *
 * Lieux, activités, prestations et saisons se changent avec le droit de l'offre, donné pour tous les lieux : le même
 * règlement les tient tous. Un agent d'un seul lieu voit ce que ce lieu propose.
 */
export const offerWriter: Access<SignedInVisit> = agentEverywhere(WRITE);

/** Whether this agent may change the offer. */
export const mayWrite = (actor: SignedIn): boolean => actor.rights.get(WRITE) === "everywhere";

/** Whether this agent may see what a site offers. */
export const maySee = (actor: SignedIn, siteId: Id<"site">): boolean => mayAt(actor, READ, siteId);

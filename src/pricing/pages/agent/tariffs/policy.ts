import { agentWith, type Access, type SignedIn, type SignedInVisit } from "#identity";

const READ = "tariffs.read";
const WRITE = "tariffs.write";
const writer = agentWith(WRITE);

/** An agent who may read what everything costs; prices are no secret of a site. */
export const tariffReader: Access<SignedInVisit> = agentWith(READ);

/**
 * @rule Qui peut changer les tarifs
 *
 * Les tarifs se changent avec leur propre droit, donné pour tous les lieux : celui qui décrit l'offre n'est pas toujours
 * celui qui en fixe les prix. Lire les tarifs, pour répondre aux familles, est un droit à part.
 */
export const tariffWriter: Access<SignedInVisit> = {
  name: `agent : ${WRITE}, partout`,
  decide(visit) {
    const decision = writer.decide(visit);
    if (decision.kind !== "allowed") return decision;
    return mayWriteTariffs(decision.visit.actor) ? decision : { kind: "refused" };
  },
};

/** Whether this agent may change the tariffs. */
export const mayWriteTariffs = (actor: SignedIn): boolean => actor.rights.get(WRITE) === "everywhere";

import { agentWith, type Access, type SignedInVisit } from "#identity";

/** Changes what a family's file says. */
export const familiesWriter: Access<SignedInVisit> = agentWith("families.write");

const HEALTH = "health.write";
const withHealth = agentWith(HEALTH);

/**
 * @rule Qui peut lire et corriger une fiche sanitaire
 *
 * Les responsables légaux de l’enfant lisent et corrigent sa fiche sanitaire ; un adulte du foyer sans autorité sur
 * l’enfant ne la voit pas. Un agent la lit s’il en a le droit là où l’enfant est inscrit ; il la corrige s’il a ce
 * droit partout. Chaque lecture et chaque changement sont écrits dans le journal, sans ce que dit la fiche.
 */
export const healthWriter: Access<SignedInVisit> = {
  name: `agent : ${HEALTH}, partout`,
  decide(visit) {
    const decision = withHealth.decide(visit);
    if (decision.kind !== "allowed") return decision;
    return decision.visit.actor.rights.get(HEALTH) === "everywhere" ? decision : { kind: "refused" };
  },
};

import { agentWith, type Access, type SignedInVisit } from "#identity";

const RIGHT = "calendar.write";
const withRight = agentWith(RIGHT);

/**
 * @rule Qui peut changer le calendrier
 *
 * Le calendrier vaut pour tous les lieux : il faut le droit de le changer partout. L'agent d'un seul lieu ferme des
 * jours de ce lieu, sans toucher au calendrier.
 */
export const calendarAgent: Access<SignedInVisit> = {
  name: `agent : ${RIGHT}, partout`,
  decide(visit) {
    const decision = withRight.decide(visit);
    if (decision.kind !== "allowed") return decision;
    return decision.visit.actor.rights.get(RIGHT) === "everywhere" ? decision : { kind: "refused" };
  },
};

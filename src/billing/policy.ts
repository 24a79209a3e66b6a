import { agentWith, type Access, type SignedIn, type SignedInVisit } from "#identity";

const READ = "billing.read";
const WRITE = "billing.write";
const WAIVE = "penalties.waive";

/**
 * @rule Qui voit la facturation, et qui la fait
 *
 * Une facture réunit tous les lieux d'une famille : la voir, la faire ou répondre à une contestation demande le droit
 * pour tous les lieux. Un agent d'un seul lieu n'a pas accès à la facturation.
 */
export const billingReader: Access<SignedInVisit> = everywhere(READ);

/** An agent who drafts, issues, leaves out and answers. */
export const billingWriter: Access<SignedInVisit> = everywhere(WRITE);

/** An agent who lets penalties off. */
export const penaltyWaiver: Access<SignedInVisit> = everywhere(WAIVE);

/** Whether this agent may let penalties off. */
export const mayWaivePenalties = (actor: SignedIn): boolean => actor.rights.get(WAIVE) === "everywhere";

/** Whether this agent may read what families owe. */
export const mayReadBilling = (actor: SignedIn): boolean => actor.rights.get(READ) === "everywhere";

/** Whether this agent may do more than read. */
export const mayWrite = (actor: SignedIn): boolean => actor.rights.get(WRITE) === "everywhere";

function everywhere(right: string): Access<SignedInVisit> {
  const holder = agentWith(right);
  return {
    name: `agent : ${right}, partout`,
    decide(visit) {
      const decision = holder.decide(visit);
      if (decision.kind !== "allowed") return decision;
      return decision.visit.actor.rights.get(right) === "everywhere" ? decision : { kind: "refused" };
    },
  };
}

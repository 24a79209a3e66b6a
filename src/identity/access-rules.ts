import type { AccessRule } from "#platform";

import { mayAnywhere, type SignedIn } from "./actor.ts";
import type { Visit } from "./visit.ts";

/** Who may use a route, and what the visit is then known to be. */
export type Access<Admitted extends Visit = Visit> = AccessRule<Visit, Admitted>;

/** The visit of somebody signed in. */
export type SignedInVisit = Visit<SignedIn>;

/** The visit of a guardian, for the children of his or her households. */
export type GuardianVisit = Visit<SignedIn & { guardian: NonNullable<SignedIn["guardian"]> }>;

/** Everybody, signed in or not. */
export const anyone: Access = { name: "tout le monde", decide: (visit) => ({ kind: "allowed", visit }) };

/** Whoever is signed in. */
export const signedIn: Access<SignedInVisit> = {
  name: "personne connectée",
  decide: ({ actor, ...rest }) =>
    actor.kind === "signed-in" ? { kind: "allowed", visit: { ...rest, actor } } : { kind: "sign-in" },
};

/** A guardian, for the children of his or her households. */
export const guardian: Access<GuardianVisit> = {
  name: "responsable légal",
  decide: ({ actor, ...rest }) => {
    if (actor.kind === "visitor") return { kind: "sign-in" };
    if (actor.guardian === null) return { kind: "refused" };
    return { kind: "allowed", visit: { ...rest, actor: { ...actor, guardian: actor.guardian } } };
  },
};

/** An agent who holds this right for every site: what it changes is not of one site alone. */
export function agentEverywhere(right: string): Access<SignedInVisit> {
  const somewhere = agentWith(right);
  return {
    name: `${somewhere.name}, partout`,
    decide(visit) {
      const decision = somewhere.decide(visit);
      if (decision.kind !== "allowed") return decision;
      return decision.visit.actor.rights.get(right) === "everywhere" ? decision : { kind: "refused" };
    },
  };
}

/** An agent who holds this right at one site at least; the use case checks the site. */
export function agentWith(right: string): Access<SignedInVisit> {
  return {
    name: `agent : ${right}`,
    decide: ({ actor, ...rest }) => {
      if (actor.kind === "visitor") return { kind: "sign-in" };
      return mayAnywhere(actor, right) ? { kind: "allowed", visit: { ...rest, actor } } : { kind: "refused" };
    },
  };
}

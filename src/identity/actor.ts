import type { Id } from "#kernel";

/** Where an agent has a right: at every site, or at these. */
export type RightScope = "everywhere" | ReadonlySet<Id<"site">>;

/** Somebody without a signed-in session. */
export interface Visitor {
  kind: "visitor";
}

/** Somebody signed in: a guardian, an agent, or both in one person. */
export interface SignedIn {
  kind: "signed-in";
  accountId: Id<"account">;
  /** « Claire Lefebvre », as the history names who acted. */
  name: string;
  email: string;
  /** The adult whose children may be booked for; null for an agent without a family here. */
  guardian: { id: Id<"guardian">; householdIds: readonly Id<"household">[] } | null;
  /** What the person may do as an agent, by right. Empty for a parent. */
  rights: ReadonlyMap<string, RightScope>;
}

/** Who is acting. `app/` builds it once per request; lower folders compare ids opaque to them. */
export type Actor = Visitor | SignedIn;

/** Whether an agent holds this right at this site. */
export function mayAt(actor: Actor, right: string, site: Id<"site">): boolean {
  const scope = actor.kind === "signed-in" ? actor.rights.get(right) : undefined;
  return scope === "everywhere" || (scope?.has(site) ?? false);
}

/** Whether an agent holds this right somewhere. */
export function mayAnywhere(actor: Actor, right: string): boolean {
  return actor.kind === "signed-in" && actor.rights.has(right);
}

import type { Id } from "#kernel";

/** Where an agent has a right: at every site, or at these. */
export type RightScope = "everywhere" | ReadonlySet<Id<"site">>;

/** Somebody without a signed-in session. */
export interface Visitor {
  kind: "visitor";
}

/** Which participants somebody may see and act for, as a family does. */
export interface FamilyReach {
  householdIds: readonly Id<"household">[];
  /** The children of these households over whom the person has no authority: left out of every query and act. */
  withheldIds: readonly Id<"participant">[];
  /** The sites outside of which nothing is read: those of an agent limited to some. Absent: every site. */
  siteIds?: readonly Id<"site">[];
}

/** The adult whose children may be booked for, with the children who are no longer of his or her households. */
export interface SignedInGuardian extends FamilyReach {
  id: Id<"guardian">;
  /**
   * Those of `withheldIds` who have left every household of the guardian: nothing new of them is shown or done, but what
   * these households did for them stays readable. Whose authority is withheld is never among them.
   */
  leftIds: readonly Id<"participant">[];
}

/** Somebody signed in: a guardian, an agent, or both in one person. */
export interface SignedIn {
  kind: "signed-in";
  accountId: Id<"account">;
  /** « Claire Lefebvre », as the history names who acted. */
  name: string;
  email: string;
  /** The adult whose children may be booked for; null for an agent without a family here. */
  guardian: SignedInGuardian | null;
  /** What the person may do as an agent, by right. Empty for a parent. */
  rights: ReadonlyMap<string, RightScope>;
}

/** Who is acting. `app/` builds it once per request; lower folders compare ids opaque to them. */
export type Actor = Visitor | SignedIn;

/** What a guardian may read of the past: also what the households did for children who have left them since. */
export function pastReach({ householdIds, withheldIds, leftIds }: SignedInGuardian): FamilyReach {
  return { householdIds, withheldIds: withheldIds.filter((id) => !leftIds.includes(id)) };
}

/** Everybody of these households: what an agent sees of a file, and what a letter is written from. */
export function everyoneOf(householdIds: readonly Id<"household">[]): FamilyReach {
  return { householdIds, withheldIds: [] };
}

/** Whether an agent holds this right at this site. */
export function mayAt(actor: Actor, right: string, site: Id<"site">): boolean {
  const scope = actor.kind === "signed-in" ? actor.rights.get(right) : undefined;
  return scope === "everywhere" || (scope?.has(site) ?? false);
}

/** Whether an agent holds this right somewhere. */
export function mayAnywhere(actor: Actor, right: string): boolean {
  return actor.kind === "signed-in" && actor.rights.has(right);
}

import type { FamilyReach } from "#identity";
import type { Reads } from "#platform";

import { personsDeclaredBy, type AuthorisedPerson } from "../../../authorised-persons/persons.ts";
import { reachedChildren, type ReachedChild } from "../../../members/children.ts";
import { ownHouseholds, type OwnHousehold } from "../../../members/own-households.ts";

/** What « Ma famille » is drawn from: one's own households, and the children for whom one may act. */
export interface MyFamily {
  households: readonly OwnHousehold[];
  children: readonly (ReachedChild & { persons: readonly AuthorisedPerson[] })[];
}

/** Reads one's own households, their children and whom they declared. Nothing of a child's other household. */
export async function myFamily(reads: Reads, reach: FamilyReach): Promise<MyFamily> {
  const persons = await personsDeclaredBy(reads, reach);
  const children = await reachedChildren(reads, reach);
  return {
    households: await ownHouseholds(reads, reach.householdIds),
    children: children.map((child) => ({
      ...child,
      persons: persons.filter(({ participantId }) => participantId === child.participantId),
    })),
  };
}

import { everyoneOf } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { reachedChildren, type ReachedChild } from "../../members/children.ts";
import { ownHouseholds, type OwnHousehold } from "../../members/own-households.ts";

/** The people of a file, among whom an agent's form chooses. */
export interface FilePeople extends OwnHousehold {
  children: readonly ReachedChild[];
}

/** The adults and the children of a household; undefined when there is none. */
export async function filePeople(
  reads: Reads,
  householdId: Id<"household">,
): Promise<FilePeople | undefined> {
  const [household] = await ownHouseholds(reads, [householdId]);
  if (household === undefined) return undefined;
  return { ...household, children: await reachedChildren(reads, everyoneOf([householdId])) };
}

/** The choices of a field that asks for a child. */
export const childOptions = ({ children }: FilePeople) =>
  children.map(({ participantId, firstName, lastName }) => ({
    value: participantId,
    label: `${firstName} ${lastName}`,
  }));

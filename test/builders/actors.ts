import type { Id } from "#kernel";
import type { RightScope, SignedIn } from "#identity";

import { newId } from "./canteen.ts";
import type { Household } from "./household.ts";

/** A guardian of these households, signed in with an account of her own. */
export function guardianOf(...households: readonly Household[]): SignedIn & {
  guardian: NonNullable<SignedIn["guardian"]>;
} {
  const [first] = households[0]?.guardians ?? [];
  return {
    kind: "signed-in",
    accountId: newId<"account">(),
    name: `${first?.firstName ?? "Claire"} ${first?.lastName ?? "Lefebvre"}`,
    email: first?.email ?? "claire@exemple.fr",
    guardian: {
      id: first?.id ?? newId<"guardian">(),
      householdIds: households.map((household) => household.id),
      withheldIds: [],
      leftIds: [],
    },
    rights: new Map(),
  };
}

/** An agent with these rights, at every site or at those given. */
export function agentWith(rights: readonly string[], sites?: readonly Id<"site">[]): SignedIn {
  const scope: RightScope = sites === undefined ? "everywhere" : new Set(sites);
  return {
    kind: "signed-in",
    accountId: newId<"account">(),
    name: "Paul Martin",
    email: "paul.martin@exemple.fr",
    guardian: null,
    rights: new Map(rights.map((right) => [right, scope])),
  };
}

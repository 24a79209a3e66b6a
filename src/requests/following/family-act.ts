import type { GuardianVisit } from "#identity";
import type { Id, Result } from "#kernel";

import { moveRequest, type NotNow } from "../move-request.ts";

/** What a family does with a request besides filling it in. */
type FamilyAct = "tell" | "withdraw" | "abandon";

/** A family writes a message, takes its request back, or gives up a draft: what it had written there is forgotten. */
export function familyAct(
  visit: GuardianVisit,
  requestId: Id<"request">,
  done: { act: FamilyAct; formKey: Id<"form">; said?: string },
): Promise<Result<null, NotNow>> {
  const { id: guardianId, householdIds } = visit.actor.guardian;
  const reach = { guardianId, householdIds };
  return visit.database.write((writes) => moveRequest(writes, visit, { requestId, reach, ...done }));
}

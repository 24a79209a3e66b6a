import type { SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { formId } from "#platform";
import { z } from "zod";

import { deskRole, type DeskRole } from "../../../desk/policy.ts";
import { regieOn, type KeptRegie } from "../../../desk/regie.ts";

/** Where the pages of a régie are. */
export const REGIE = "/agent/regie/:regie";

export const ofRegie = z.object({ regie: formId<"regie">() });

/** A régie, and what whoever looks may do in it. */
export interface OpenedRegie {
  readonly regie: KeptRegie;
  readonly role: DeskRole;
}

/** A régie for whoever is named in it today, in one of these roles; undefined where he or she is not. */
export async function openedRegie(
  { actor, database, now }: SignedInVisit,
  id: Id<"regie">,
  roles: readonly DeskRole[] = ["holder", "taker", "control"],
): Promise<OpenedRegie | undefined> {
  const regie = await database.read((reads) => regieOn(reads, id, parisDate(now)));
  const role = regie && deskRole(actor, regie);
  return regie === undefined || role === undefined || !roles.includes(role) ? undefined : { regie, role };
}

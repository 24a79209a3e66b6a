import type { SignedInVisit } from "#identity";
import { cents, parisDate, type Cents, type Id } from "#kernel";
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

/** « 62,40 » as an agent types it, « 1 250,00 » too; undefined for anything else. */
export function typedCents(text: string): Cents | undefined {
  const [, euros, decimals = ""] = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.replaceAll(/[\s€]/g, "")) ?? [];
  return euros === undefined ? undefined : cents(Number(euros) * 100 + Number(decimals.padEnd(2, "0")));
}

import type { SignedInVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { Writes } from "#platform";

import { closedUntil, isClosed, lockRegie } from "./holdings.ts";
import { deskRole } from "./policy.ts";
import { regieOn, type KeptRegie } from "./regie.ts";

/** Why nothing moves in a régie today. */
export type HoldRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "closed"; readonly until: Temporal.PlainDate };

/** A régie that is held, on a day that is open. */
interface HeldDesk {
  readonly regie: KeptRegie;
  readonly day: Temporal.PlainDate;
  readonly closed: Temporal.PlainDate | null;
}

/** Holds a régie for one of those who hold its money, on a day that is not closed. */
export async function holdDesk(
  writes: Writes,
  { actor, now }: SignedInVisit,
  id: Id<"regie">,
): Promise<Result<HeldDesk, HoldRefusal>> {
  const day = parisDate(now);
  if (!(await lockRegie(writes, id))) return refuse({ code: "unknown" });
  const regie = await regieOn(writes, id, day);
  if (regie === undefined || deskRole(actor, regie) !== "holder") return refuse({ code: "unknown" });
  const closed = await closedUntil(writes, id);
  return closed !== null && isClosed(day, closed)
    ? refuse({ code: "closed", until: closed })
    : ok({ regie, day, closed });
}

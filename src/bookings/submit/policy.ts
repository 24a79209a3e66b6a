import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { mayAnywhere, type SignedIn, type Visit } from "#identity";

import { sitesOf } from "../occupancy/units-in-scope.ts";
import { agentReach } from "../reach/agent-reach.ts";
import type { Line } from "../rules/lines.ts";

const RIGHT = "bookings.write";

/** The file that an agent acts for, and why; a reason opens what the deadline has closed. */
export interface ForFamily {
  householdId: Id<"household">;
  /** Kept, and shown to the family. Empty or null: the deadlines hold. */
  reason: string | null;
  /** Also where every place is taken; only with a reason. */
  overCapacity?: boolean;
}

/** In whose name a form is judged. */
export interface Authorisation {
  households: readonly Id<"household">[];
  /** The participants whom this guardian may not act for. */
  withheld: readonly Id<"participant">[];
  byAgent: boolean;
  reason: string | null;
  /** Whether deadlines, windows, packages and minimums are lifted. */
  freely: boolean;
  /** Whether full slots are, too. */
  overCapacity: boolean;
}

/** Why nobody may send this form. */
export type NotAllowed =
  | { code: "not-a-guardian" }
  | { code: "not-an-agent" }
  | { code: "unknown-household" }
  | { code: "other-site" };

/**
 * @rule Qui peut réserver et annuler
 *
 * Un responsable légal réserve et annule pour les participants inscrits par ses foyers, jusqu'au délai. Un agent
 * qui en a le droit le fait pour un dossier, sur les lieux dont il s'occupe ; après le délai, ou
 * au-delà des places, il écrit un motif, qui est gardé et montré à la famille. Celui de quelques lieux le fait pour
 * les personnes qui y viennent, et pour nul autre.
 *
 * In: who acts, the lines, and for an agent the file. Out: the households whose places the form may touch, and
 * whether the deadline is lifted. Which participant belongs to which household is judged by the statement that
 * writes (see submit_bookings), line by line.
 */
export async function authorise(
  visit: Pick<Visit<SignedIn>, "actor" | "database" | "now">,
  lines: readonly Line[],
  forFamily?: ForFamily,
): Promise<Result<Authorisation, NotAllowed>> {
  if (forFamily !== undefined) return authoriseAgent(visit, lines, forFamily);
  const { guardian } = visit.actor;
  if (guardian === null || guardian.householdIds.length === 0) return refuse({ code: "not-a-guardian" });
  return ok({
    households: guardian.householdIds,
    withheld: guardian.withheldIds,
    byAgent: false,
    reason: null,
    freely: false,
    overCapacity: false,
  });
}

async function authoriseAgent(
  { actor, database, now }: Pick<Visit<SignedIn>, "actor" | "database" | "now">,
  lines: readonly Line[],
  { householdId, reason, overCapacity = false }: ForFamily,
): Promise<Result<Authorisation, NotAllowed>> {
  if (!mayAnywhere(actor, RIGHT)) return refuse({ code: "not-an-agent" });
  const siteIds = sitesOf(actor.rights.get(RIGHT));
  const [seen, place] = await database.read(async (reads) => [
    await agentReach(reads, actor, RIGHT, { household: householdId, today: parisDate(now) }),
    await reads.row<{ outside: boolean }>(
      "agent_may_book_at",
      `select exists (select from slot join activities_unit_card unit using (unit_id)
                      where slot.id = any ($1::uuid[]) and unit.site_id <> all ($2::uuid[])) as outside`,
      [lines.map((line) => line.slotId), siteIds],
    ),
  ]);
  if (seen === undefined) return refuse({ code: "unknown-household" });
  if (place?.outside === true) return refuse({ code: "other-site" });
  const written = reason?.trim() ?? "";
  return ok({
    households: [householdId],
    withheld: seen.reach.withheldIds,
    byAgent: true,
    reason: written === "" ? null : written,
    freely: written !== "",
    overCapacity: overCapacity && written !== "",
  });
}

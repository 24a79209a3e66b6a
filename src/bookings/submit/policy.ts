import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { mayAnywhere, type SignedIn, type Visit } from "#identity";

import { sitesOf } from "../occupancy/units-in-scope.ts";
import { agentReach } from "../reach/agent-reach.ts";
import type { LateCause } from "../rules/late-cause.ts";
import type { Line } from "../rules/lines.ts";

const RIGHT = "bookings.write";
const WAIVE = "penalties.waive";

/** Whether an agent may leave a penalty out, with a reason: as all that is on an invoice, with the right for all sites. */
export const mayWaive = (actor: SignedIn): boolean => actor.rights.get(WAIVE) === "everywhere";

/** The file that an agent acts for, and why; a reason opens what the deadline has closed. */
export interface ForFamily {
  householdId: Id<"household">;
  /** Kept, and shown to the family. Empty or null: the deadlines hold. */
  reason: string | null;
  /** Also where every place is taken; only with a reason. */
  overCapacity?: boolean;
}

/** What a form says of places that it gives back after their deadline; kept with each of them. */
export interface LateCancellation {
  cause: LateCause;
  /** Why the penalty is not asked, which the family reads; null where it is. */
  waived: string | null;
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
  /** Null: nothing is said of it. No penalty is asked; a family gives nothing back after its deadline. */
  late: LateCancellation | null;
}

/** Why nobody may send this form. */
export type NotAllowed =
  | { code: "not-a-guardian" }
  | { code: "not-an-agent" }
  | { code: "unknown-household" }
  | { code: "other-site" }
  | { code: "may-not-waive" };

/**
 * @rule Qui peut réserver et annuler
 *
 * Un responsable légal réserve et annule pour les participants inscrits par ses foyers, jusqu'au délai. Un agent
 * qui en a le droit le fait pour un dossier, sur les lieux dont il s'occupe ; après le délai, ou
 * au-delà des places, il écrit un motif, qui est gardé et montré à la famille. Celui de quelques lieux le fait pour
 * les personnes qui y viennent, et pour nul autre.
 *
 * Une annulation hors délai dit de qui elle vient, et seul le retard de la famille peut coûter une pénalité : jamais
 * l'erreur ou la décision de la collectivité, ni un départ du service. Un agent qui en a le droit pour tous les
 * lieux peut ne pas la demander, avec une raison que la famille lit. Une famille n'annule hors délai que là où le règlement
 * le permet, jusqu'au début de la séance, après avoir lu ce que cela coûte.
 *
 * In: who acts, the lines, and for an agent the file. Out: the households whose places the form may touch, and
 * whether the deadline is lifted. Which participant belongs to which household is judged by the statement that
 * writes (see submit_bookings), line by line.
 */
export async function authorise(
  visit: Pick<Visit<SignedIn>, "actor" | "database" | "now">,
  lines: readonly Line[],
  forFamily?: ForFamily,
  late: LateCancellation | null = null,
): Promise<Result<Authorisation, NotAllowed>> {
  if (forFamily !== undefined) return authoriseAgent(visit, lines, forFamily, late);
  const { guardian } = visit.actor;
  if (guardian === null || guardian.householdIds.length === 0) return refuse({ code: "not-a-guardian" });
  return ok({
    households: guardian.householdIds,
    withheld: guardian.withheldIds,
    byAgent: false,
    reason: null,
    freely: false,
    overCapacity: false,
    late: late && { cause: "family", waived: null },
  });
}

async function authoriseAgent(
  { actor, database, now }: Pick<Visit<SignedIn>, "actor" | "database" | "now">,
  lines: readonly Line[],
  { householdId, reason, overCapacity = false }: ForFamily,
  late: LateCancellation | null,
): Promise<Result<Authorisation, NotAllowed>> {
  if (!mayAnywhere(actor, RIGHT)) return refuse({ code: "not-an-agent" });
  if (late !== null && late.waived !== null && !mayWaive(actor)) return refuse({ code: "may-not-waive" });
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
    late,
  });
}

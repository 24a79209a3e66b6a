import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import { redraftPayers } from "../run/redraft-payers.ts";
import { lockOpenRun } from "../run/run.ts";
import { householdPenalties, type HouseholdPenalty } from "./household-penalties.ts";

/** Which penalties of a household, in a month, and why they are not asked. */
export interface NewWaiver {
  readonly household: Id<"household">;
  readonly month: Temporal.PlainYearMonth;
  /** As the page named them: `penaltyName`. */
  readonly chosen: readonly string[];
  /** The family reads it. */
  readonly reason: string;
}

/** Why nothing was let off: a penalty that is owed no longer, or a month that is being drafted this very minute. */
export type WaiverRefusal = { readonly code: "unknown" } | { readonly code: "drafting" };

/** How a form names a penalty. */
export const penaltyName = ({ sourceKey, event }: Pick<HouseholdPenalty, "sourceKey" | "event">): string =>
  `${sourceKey} ${event}`;

/**
 * @rule Ne pas demander une pénalité, après coup
 *
 * Un agent qui en a le droit pour tous les lieux peut renoncer à une pénalité quand il veut, avec une raison que la famille
 * lit. Tant que le mois n'est pas émis, la ligne paraît sur la facture à 0,00 €, avec ce qu'elle aurait coûté ; un brouillon
 * ouvert est refait aussitôt pour ce payeur. Une fois émise, elle est rendue par l'avoir de la prochaine facturation du mois. La
 * pénalité compte toujours parmi les fois : le retard a eu lieu.
 *
 * Exemple : repas du 19 novembre 2026 annulé hors délai, 1,55 € ; le 3 décembre, la mère montre un bulletin
 * d'hospitalisation. Novembre n'est pas émis : 0,00 €. Il l'est : un avoir de 1,55 €.
 *
 * Sent twice, it is kept once: the first reason stays.
 */
export function waivePenalties(
  visit: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  owed: OwedCharges,
  { household, month, chosen, reason }: NewWaiver,
): Promise<Result<null, WaiverRefusal>> {
  return visit.database.write(async (writes) => {
    const run = await lockOpenRun(writes, month);
    if (run?.state === "drafting") return refuse({ code: "drafting" });
    const known = await householdPenalties(writes, month, household);
    const meant = known.filter((penalty) => chosen.includes(penaltyName(penalty)));
    if (meant.length === 0 || new Set(meant.map(penaltyName)).size < new Set(chosen).size)
      return refuse({ code: "unknown" });
    const kept = await keep(visit, writes, household, meant, reason);
    if (kept === 0) return ok(null);
    if (run !== undefined)
      await redraftPayers(
        writes,
        owed,
        run,
        meant.map(({ charge }) => charge.payer),
      );
    return ok(null);
  });
}

async function keep(
  { actor, now, address }: Pick<SignedInVisit, "actor" | "now" | "address">,
  writes: Writes,
  householdId: Id<"household">,
  penalties: readonly HouseholdPenalty[],
  reason: string,
): Promise<number> {
  const asked = penalties.filter(({ waived }) => waived === null);
  const kept = await writes.run(
    "billing_waive_penalties",
    `insert into waived_penalty (household_id, source_key, event, reason, by_label, at)
     select distinct $1::uuid, source_key, event, $4, $5, $6::timestamptz
     from unnest($2::text[], $3::text[]) as penalty (source_key, event)
     on conflict do nothing`,
    [
      householdId,
      asked.map(({ sourceKey }) => sourceKey),
      asked.map(({ event }) => event),
      reason,
      actor.name,
      now.toString(),
    ],
  );
  if (kept === 0) return 0;
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "billing.penalties-waived",
    objectKind: "household",
    objectId: householdId,
    householdId,
    reason,
    facts: { days: asked.map(({ charge }) => charge.day.toString()) },
    address,
  });
  return kept;
}

import { everyoneOf, type FamilyReach, type SignedIn } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { sitesOf } from "../occupancy/units-in-scope.ts";

/** A household as an agent may read it: how it is named, and what of it. */
export interface AgentReach {
  label: string;
  reach: FamilyReach;
}

/**
 * @rule Ce qu'un agent voit d'une famille
 *
 * Un agent dont le rôle vaut pour tous les lieux voit chaque famille en entier. Celui de quelques lieux voit celles dont
 * quelqu'un est inscrit ou a réservé à l'un d'eux, dans une saison en cours, à venir, ou finie la veille : ces
 * personnes seulement, avec leurs jours à ces lieux. Toute autre famille est pour lui une adresse inconnue. Exemple :
 * le responsable de la cantine de Rue voit Lina, qui y déjeune, et le téléphone de sa mère ; ni son frère Hugo, qui
 * déjeune à Quend, ni le mercredi de Lina au centre de loisirs. Quand la saison finit le vendredi 2 juillet 2027, il la
 * voit encore le samedi 3.
 *
 * Undefined where there is no such household, or where it is not for this agent.
 */
export async function agentReach(
  reads: Reads,
  actor: SignedIn,
  right: string,
  { household, today }: { household: Id<"household">; today: Temporal.PlainDate },
): Promise<AgentReach | undefined> {
  const siteIds = sitesOf(actor.rights.get(right));
  const row = await reads.row<{ label: string; unknown: Id<"participant">[] }>(
    "agent_reach",
    `select house.label,
            array(select p.participant_id from families_participant_card p
                  where p.household_id = house.household_id and $2::uuid[] is not null
                    and not bookings_known_at(p.participant_id, $2::uuid[], $3)) as unknown
     from families_household_card house
     where house.household_id = $1
       and ($2::uuid[] is null or exists (
         select from families_participant_card p
         where p.household_id = house.household_id and bookings_known_at(p.participant_id, $2::uuid[], $3)))`,
    [household, siteIds, today.toString()],
  );
  if (row === undefined) return undefined;
  const { label, unknown } = row;
  return {
    label,
    reach:
      siteIds === null
        ? everyoneOf([household])
        : { householdIds: [household], withheldIds: unknown, siteIds },
  };
}

import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** An adult of a household who may not act for one of its children, as agents read it. */
export interface WithheldAuthority {
  guardianId: Id<"guardian">;
  participantId: Id<"participant">;
  adult: string;
  child: string;
  reason: string;
  by: string;
  at: Temporal.Instant;
}

/**
 * Whose authority is withheld among the adults and the children of a household. An agent of some sites reads it for the
 * children within his or her reach, without the reason: whom not to give them to, and nothing more.
 */
export function withheldIn(
  reads: Reads,
  { householdIds, withheldIds, siteIds }: FamilyReach,
): Promise<WithheldAuthority[]> {
  return reads.rows<WithheldAuthority>(
    "families_withheld_in",
    `select withheld.guardian_id as "guardianId", withheld.participant_id as "participantId",
            g.first_name || ' ' || g.last_name as adult, p.first_name as child,
            case when $3 then withheld.reason else '' end as reason,
            withheld.by_label as by, withheld.at
     from household_guardian hg
     join guardian g on g.id = hg.guardian_id
     join withheld_authority withheld on withheld.guardian_id = g.id
     join household_participant hp on hp.household_id = hg.household_id and hp.participant_id = withheld.participant_id
     join participant p on p.id = hp.participant_id
     where hg.household_id = any ($1::uuid[]) and hg.left_on is null and hp.left_on is null
       and hp.participant_id <> all ($2::uuid[])
     order by g.last_name, g.first_name, p.first_name, p.id`,
    [householdIds, withheldIds, siteIds === undefined],
  );
}

import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** A child as its family names it. */
export interface ReachedChild {
  participantId: Id<"participant">;
  /** One of the households through which the child is reached. */
  householdId: Id<"household">;
  firstName: string;
  lastName: string;
  birthDate: Temporal.PlainDate | null;
  colour: number;
}

/** The children within this reach, each once, the eldest first. */
export function reachedChildren(reads: Reads, reach: FamilyReach): Promise<ReachedChild[]> {
  return reads.rows<ReachedChild>(
    "families_reached_children",
    `select distinct on (p.birth_date, p.first_name, p.id)
            p.id as "participantId", hp.household_id as "householdId", p.first_name as "firstName",
            case when p.usage_name = '' then p.last_name else p.usage_name end as "lastName",
            p.birth_date as "birthDate", hp.colour
     from household_participant hp join participant p on p.id = hp.participant_id
     where hp.household_id = any ($1::uuid[]) and hp.left_on is null and p.kind = 'child' and p.id <> all ($2::uuid[])
     order by p.birth_date, p.first_name, p.id, hp.household_id`,
    [reach.householdIds, reach.withheldIds],
  );
}

/** One child within this reach; undefined for anybody else's, and for one whose authority is withheld. */
export async function reachedChild(
  reads: Reads,
  reach: FamilyReach,
  participantId: Id<"participant">,
): Promise<ReachedChild | undefined> {
  const children = await reachedChildren(reads, reach);
  return children.find((child) => child.participantId === participantId);
}

import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** What a guardian reaches today, for a job that works for him or her: as `loadActor` says it of a session. */
export async function reachOf(reads: Reads, guardianId: Id<"guardian">): Promise<FamilyReach> {
  const row = await reads.row<{ householdIds: Id<"household">[]; withheldIds: Id<"participant">[] }>(
    "access_reach_of",
    `select array(select card.household_id from families_guardian_card card
                  where card.guardian_id = $1 order by card.household_id) as "householdIds",
            array(select participant_id from families_withheld_authority where guardian_id = $1
                  union
                  select card.participant_id from families_guardian_card home
                  join families_participant_card card using (household_id)
                  where home.guardian_id = $1
                  group by card.participant_id having bool_and(card.left_on is not null)) as "withheldIds"`,
    [guardianId],
  );
  return row ?? { householdIds: [], withheldIds: [] };
}

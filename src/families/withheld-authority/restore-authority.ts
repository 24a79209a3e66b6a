import type { SignedInVisit } from "#identity";
import { writeJournal } from "#platform";

import type { AdultAndChild } from "./withhold-authority.ts";

/**
 * Gives an adult of the household authority over a child again; the journal keeps who did, and what the reason had
 * been. Doing it twice changes nothing.
 */
export async function restoreAuthority(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  { householdId, guardianId, participantId }: AdultAndChild,
): Promise<void> {
  await database.write(async (writes) => {
    const gone = await writes.row<{ reason: string }>(
      "families_restore_authority",
      `delete from withheld_authority
       where guardian_id = $1 and participant_id = $2
         and exists (select from household_guardian where household_id = $3 and guardian_id = $1)
         and exists (select from household_participant where household_id = $3 and participant_id = $2)
       returning reason`,
      [guardianId, participantId, householdId],
    );
    if (gone === undefined) return;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "families.authority-restored",
      objectKind: "participant",
      objectId: participantId,
      householdId,
      reason: gone.reason,
      facts: { guardian: guardianId },
      address,
    });
  });
}

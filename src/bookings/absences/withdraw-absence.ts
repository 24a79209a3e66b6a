import { parisDate } from "#kernel";
import { announce } from "#platform";
import type { GuardianVisit } from "#identity";

import { absencesNoted } from "../events.ts";
import type { HeldToday } from "./absent-places.ts";

/**
 * A guardian takes back the announcement of an absence: the place had been kept, and the child comes after all. Until
 * the service begins, and unless the site has noted who came. The history keeps both, and the family is told.
 *
 * In: who acts and which place. Out: whether an announcement was taken back; not where it is another family's, was
 * taken back already, or is too late.
 */
export function withdrawAbsence(
  { actor, authority, database, now }: Pick<GuardianVisit, "actor" | "authority" | "database" | "now">,
  { participantId, slotId }: Pick<HeldToday, "participantId" | "slotId">,
): Promise<boolean> {
  const { householdIds, withheldIds } = actor.guardian;
  return database.write(async (writes) => {
    const rows = await writes.rows<{ householdId: (typeof householdIds)[number] }>(
      "withdraw_absence",
      `with withdrawn as (
         delete from absence_notice notice
         using booking b
         join slot s on s.id = b.slot_id
         where notice.booking_id = b.id and b.participant_id = $1 and b.slot_id = $2 and b.state = 'booked'
           and b.household_id = any ($3::uuid[]) and b.participant_id <> all ($4::uuid[])
           and b.noted is null and s.starts_at > $5 and s.date >= $6::date
         returning b.id, b.household_id, b.participant_id, b.slot_id
       )
       insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label,
                                    by_agent)
       select $5, household_id, participant_id, slot_id, id, 'absence_withdrawn', $7, $8, false from withdrawn
       returning household_id as "householdId"`,
      [
        participantId,
        slotId,
        householdIds,
        withheldIds,
        now.toString(),
        parisDate(now).toString(),
        actor.accountId,
        actor.name,
      ],
    );
    for (const { householdId } of rows) {
      await announce(writes, authority.id, absencesNoted(householdId, now, null));
    }
    return rows.length > 0;
  });
}

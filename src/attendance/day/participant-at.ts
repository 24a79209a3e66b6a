import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** « Lina Martin », of somebody who had or has a place at this site, or came; undefined for anybody else. */
export async function participantAt(
  reads: Reads,
  site: Id<"site">,
  participant: Id<"participant">,
): Promise<string | undefined> {
  const row = await reads.row<{ name: string }>(
    "attendance_participant_at",
    `select p.first_name || ' ' || p.last_name as name
     from families_participant_name p
     where p.participant_id = $2
       and (exists (select from bookings_expected e
                    join activities_unit_card u on u.unit_id = e.unit_id and u.site_id = $1
                    where e.participant_id = $2)
            or exists (select from attendance a
                       join bookings_slot_card s on s.slot_id = a.slot_id
                       join activities_unit_card u on u.unit_id = s.unit_id and u.site_id = $1
                       where a.participant_id = $2))`,
    [site, participant],
  );
  return row?.name;
}

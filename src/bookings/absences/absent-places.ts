import { parisDate, type Id } from "#kernel";
import type { FamilyReach } from "#identity";
import type { Reads } from "#platform";

import { ABSENCE_DAYS_AHEAD, absenceAct, type AnnouncedCause } from "../rules/absence.ts";

/** A place that the family holds today or in the coming days. */
export interface HeldToday {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  siteId: Id<"site">;
  firstName: string;
  unitName: string;
  activityName: string;
  date: Temporal.PlainDate;
  cancelUntil: Temporal.Instant;
  /** When the absence was said; null where it was not. */
  saidAt: Temporal.Instant | null;
  /** Why, as it was said then. */
  saidCause: AnnouncedCause | null;
  /** What the site has noted already. */
  noted: "present" | "absent" | null;
  /** When the service begins: until then an announcement may be taken back. */
  startsAt: Temporal.Instant;
  /** What saying so would do now. */
  act: "cancel" | "say-absent";
}

/** The places within this reach of which it may still be said that the child will not come, in the order of the days. */
export async function heldToday(
  reads: Reads,
  { householdIds, withheldIds, siteIds }: FamilyReach,
  now: Temporal.Instant,
): Promise<readonly HeldToday[]> {
  const today = parisDate(now);
  const rows = await reads.rows<Omit<HeldToday, "act">>(
    "held_today",
    `select b.participant_id as "participantId", s.id as "slotId", u.site_id as "siteId",
            p.first_name as "firstName", u.unit_name as "unitName", u.activity_name as "activityName", s.date,
            s.cancel_until as "cancelUntil", n.at as "saidAt", n.cause as "saidCause", b.noted,
            s.starts_at as "startsAt"
     from families_participant_card p
     join enrolment e on e.participant_id = p.participant_id and e.household_id = p.household_id
     join slot s on s.season_id = e.season_id and s.state = 'open' and s.date between $3::date and $4::date
     join booking b on b.slot_id = s.id and b.participant_id = p.participant_id and b.state = 'booked'
       and b.enrolment_id = e.id
     join activities_unit_card u on u.unit_id = s.unit_id and ($5::uuid[] is null or u.site_id = any ($5::uuid[]))
     left join absence_notice n on n.booking_id = b.id
     where p.household_id = any (array(select unnest($1::uuid[])))
       and p.participant_id <> all ($2::uuid[])
     order by s.date, p.birth_date, p.first_name, s.starts_at, u.position`,
    [
      householdIds,
      withheldIds,
      today.toString(),
      today.add({ days: ABSENCE_DAYS_AHEAD }).toString(),
      siteIds ?? null,
    ],
  );
  return rows.flatMap((row) => {
    const act = absenceAct(row, now, today);
    return act === null ? [] : [{ ...row, act }];
  });
}

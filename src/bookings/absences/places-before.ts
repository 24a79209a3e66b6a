import { parisDate, type Id } from "#kernel";
import type { FamilyReach } from "#identity";
import type { Reads } from "#platform";

import type { AnnouncedCause } from "../rules/absence.ts";

/** How far back an absence may have begun, as bills read it. */
const DAYS_BACK = 21;

/** A place of the days before today, and what is known of it. */
export interface PlaceBefore {
  participantId: Id<"participant">;
  date: Temporal.PlainDate;
  startsAt: Temporal.Instant;
  saidAt: Temporal.Instant | null;
  saidCause: AnnouncedCause | null;
  /** What the site noted. */
  noted: "present" | "absent" | null;
}

/** The places that these participants held before today, in the order of the days: an absence may have begun there. */
export function placesBefore(
  reads: Reads,
  { householdIds, withheldIds }: FamilyReach,
  participants: readonly Id<"participant">[],
  now: Temporal.Instant,
): Promise<readonly PlaceBefore[]> {
  const today = parisDate(now);
  return reads.rows<PlaceBefore>(
    "absence_places_before",
    `select b.participant_id as "participantId", s.date, s.starts_at as "startsAt", n.at as "saidAt",
            n.cause as "saidCause", b.noted
     from booking b
     join slot s on s.id = b.slot_id and s.state = 'open' and s.date between $4::date and $5::date
     left join absence_notice n on n.booking_id = b.id
     where b.participant_id = any ($1::uuid[]) and b.household_id = any ($2::uuid[])
       and b.participant_id <> all ($3::uuid[]) and b.state = 'booked'
     order by s.date, s.starts_at`,
    [
      participants,
      householdIds,
      withheldIds,
      today.subtract({ days: DAYS_BACK }).toString(),
      today.subtract({ days: 1 }).toString(),
    ],
  );
}

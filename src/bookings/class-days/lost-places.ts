import type { Id } from "#kernel";
import { hashedId, type Reads } from "#platform";

import type { Line } from "../rules/lines.ts";

/** The places of one household that a class day had cancelled and that can be given back, in one form. */
export interface LostPlaces {
  key: Id<"submission">;
  householdId: Id<"household">;
  lines: readonly Line[];
}

interface LostRow {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  householdId: Id<"household">;
  from: number | null;
  to: number | null;
}

/**
 * What a class day had cancelled, in slots that are open and have not started, of households that still enrol the
 * child; who had booked first comes first. The key of each form follows from the class day: given back twice, it is once.
 */
export async function lostPlaces(
  reads: Reads,
  classDay: Id<"classDay">,
  now: Temporal.Instant,
): Promise<readonly LostPlaces[]> {
  const rows = await reads.rows<LostRow>(
    "places_lost_by_class_day",
    `select b.participant_id as "participantId", b.slot_id as "slotId", b.household_id as "householdId",
            b.from_minute as "from", b.to_minute as "to"
     from booking_history lost
     join booking b on b.id = lost.booking_id
     join slot s on s.id = b.slot_id and s.state = 'open' and s.starts_at > $2
     join enrolment e on e.participant_id = b.participant_id and e.household_id = b.household_id
       and e.season_id = s.season_id and s.date between e.first_day and e.last_day
     where lost.submission_key = $1 and lost.act = 'cancelled'
     order by b.booked_at, b.id`,
    [classDay, now.toString()],
  );
  return [...Map.groupBy(rows, (row) => row.householdId)].map(([householdId, own]) => ({
    key: hashedId<"submission">("class-day", classDay, householdId),
    householdId,
    lines: own.map(({ participantId, slotId, from, to }) => ({
      act: "book",
      participantId,
      slotId,
      ...(from === null || to === null ? {} : { hours: { from, to } }),
    })),
  }));
}

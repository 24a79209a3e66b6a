import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** A place that a closing had taken from a family, and that it may take again. */
export interface AwaitedBooking {
  readonly participantId: Id<"participant">;
  readonly slotId: Id<"slot">;
  readonly householdId: Id<"household">;
}

/**
 * Among these slots, the bookings that a closing cancelled and that nobody has made again for the same child since,
 * where the slot is open and still to come, and the household's enrolment holds.
 */
export function awaitedBookings(
  reads: Reads,
  slots: readonly Id<"slot">[],
  today: Temporal.PlainDate,
): Promise<AwaitedBooking[]> {
  return reads.rows<AwaitedBooking>(
    "bookings_awaited_after_closing",
    `select distinct lost.participant_id as "participantId", lost.slot_id as "slotId",
            lost.household_id as "householdId"
     from booking_history lost
     join slot s on s.id = lost.slot_id and s.state = 'open' and s.date >= $2
     join enrolment e on e.participant_id = lost.participant_id and e.season_id = s.season_id
       and e.household_id = lost.household_id and s.date between e.first_day and e.last_day
     where lost.slot_id = any ($1::uuid[]) and lost.submission_key is null and lost.act = 'cancelled'
       and not exists (
         select from booking later
         where later.slot_id = lost.slot_id and later.participant_id = lost.participant_id
           and later.booked_at > lost.at)`,
    [slots, today.toString()],
  );
}

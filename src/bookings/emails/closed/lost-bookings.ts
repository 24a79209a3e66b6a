import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** A booking that a closing cancelled, and the message of the closing. */
export interface LostBooking {
  readonly participantId: Id<"participant">;
  readonly slotId: Id<"slot">;
  readonly householdId: Id<"household">;
  readonly because: string;
}

/** What the closing of these slots at that instant cancelled. */
export function lostBookings(reads: Reads, slots: readonly Id<"slot">[], at: string): Promise<LostBooking[]> {
  return reads.rows<LostBooking>(
    "bookings_lost_by_closing",
    `select participant_id as "participantId", slot_id as "slotId", household_id as "householdId",
            coalesce(reason, '') as because
     from booking_history
     where slot_id = any ($1::uuid[]) and submission_key is null and act = 'cancelled' and at = $2::timestamptz
     order by id`,
    [slots, at],
  );
}

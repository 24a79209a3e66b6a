import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** Places that are booked from a day on. */
interface BookedAhead {
  readonly count: number;
  readonly first: Temporal.PlainDate;
}

/**
 * What is booked from a day on that stands on this adult: what he or she pays for, and what is booked by a household
 * that has no other adult. Undefined where nothing is.
 */
export async function bookedAheadOf(
  reads: Reads,
  guardianId: Id<"guardian">,
  from: Temporal.PlainDate,
): Promise<BookedAhead | undefined> {
  const row = await reads.row<{ count: number; first: Temporal.PlainDate | null }>(
    "booked_ahead_of_adult",
    `select count(*)::int as count, min(s.date) as first
     from families_guardian_card mine
     join enrolment e on e.household_id = mine.household_id
     join slot s on s.season_id = e.season_id and s.date >= $2::date
     join booking b on b.slot_id = s.id and b.participant_id = e.participant_id and b.enrolment_id = e.id
       and b.state <> 'cancelled'
     where mine.guardian_id = $1
       and (not exists (select from families_guardian_card other
                        where other.household_id = mine.household_id and other.guardian_id <> $1)
            or exists (select from bookings_payer_span span
                       where span.enrolment_id = e.id and span.guardian_id = $1
                         and s.date between span.first_day and span.last_day))`,
    [guardianId, from.toString()],
  );
  return row === undefined || row.first === null ? undefined : { count: row.count, first: row.first };
}

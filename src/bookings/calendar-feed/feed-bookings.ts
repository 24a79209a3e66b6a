import { parisDate, type Id } from "#kernel";
import type { Reads } from "#platform";

/** A booking as a calendar shows it: who, what, where, when; nothing else leaves. */
export interface FeedBooking {
  bookingId: Id<"booking">;
  firstName: string;
  unitName: string;
  siteName: string;
  date: Temporal.PlainDate;
  /** Minutes of the local day: the chosen hours, else those of the day, else the unit's. */
  fromMinute: number;
  toMinute: number;
  bookedAt: Temporal.Instant;
  /** How many come with this person. */
  companions: number;
}

/**
 * The bookings of a guardian's households from a month back on, in the order of the days, those kept for a child who
 * has left them too. Children for whom the guardian may not act are left out.
 */
export function feedBookings(
  reads: Reads,
  guardianId: Id<"guardian">,
  now: Temporal.Instant,
): Promise<readonly FeedBooking[]> {
  return reads.rows<FeedBooking>(
    "calendar_feed_bookings",
    `select b.id as "bookingId", p.first_name as "firstName", u.unit_name as "unitName", u.site_name as "siteName",
            s.date, b.booked_at as "bookedAt", b.companions,
            coalesce(b.from_minute, case when s.from_minute > 0 or s.to_minute < 1440 then s.from_minute end,
                     extract(epoch from u.starts_at) / 60)::int as "fromMinute",
            coalesce(b.to_minute, case when s.from_minute > 0 or s.to_minute < 1440 then s.to_minute end,
                     extract(epoch from u.ends_at) / 60)::int as "toMinute"
     from families_guardian_card g
     join families_participant_card p on p.household_id = g.household_id
     join enrolment e on e.household_id = g.household_id and e.participant_id = p.participant_id
     join slot s on s.season_id = e.season_id and s.date >= $2::date
     join booking b on b.slot_id = s.id and b.participant_id = p.participant_id and b.enrolment_id = e.id
       and b.state = 'booked'
     join activities_unit_card u on u.unit_id = s.unit_id
     where g.guardian_id = $1
       and not exists (select from families_withheld_authority withheld
                       where withheld.guardian_id = $1 and withheld.participant_id = p.participant_id)
     order by s.date, s.starts_at, p.first_name, b.id`,
    [guardianId, parisDate(now).subtract({ months: 1 }).toString()],
  );
}

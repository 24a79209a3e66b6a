import type { OfferFacts } from "#activities";
import type { Id } from "#kernel";

/** What the pages of the offer tell of bookings, enrolments and deadlines. */
export const offerFacts: OfferFacts = {
  async standing(reads, today) {
    const rows = await reads.rows<{ activityId: Id<"activity">; enrolled: number; deadlines: boolean }>(
      "bookings_offer_standing",
      `select card.activity_id as "activityId",
              (select count(distinct participant_id)::integer from enrolment
               where enrolment.activity_id = card.activity_id and ended_at is null
                 and $1::date between first_day and last_day) as enrolled,
              (select count(distinct act) = 2 from deadline_rule
               where deadline_rule.activity_id = card.activity_id and act in ('book', 'cancel')) as deadlines
       from (select distinct activity_id from activities_unit_card) card`,
      [today.toString()],
    );
    return new Map(rows.map(({ activityId, ...standing }) => [activityId, standing]));
  },

  async bookingsOn(reads, days) {
    const found = await reads.row<{ bookings: number; households: number }>(
      "bookings_on_offer_days",
      `select count(*)::integer as bookings, count(distinct booking.household_id)::integer as households
       from booking
       join slot on slot.id = booking.slot_id
       join unnest($1::uuid[], $2::date[]) as day (unit_id, date)
         on day.unit_id = slot.unit_id and day.date = slot.date
       where booking.state in ('held', 'booked')`,
      [days.map(({ unitId }) => unitId), days.map(({ date }) => date.toString())],
    );
    return found ?? { bookings: 0, households: 0 };
  },
};

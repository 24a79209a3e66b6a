-- owner: bookings

-- Published: as before, with why the family said that somebody would not come: an absence that was announced and that
-- nobody pointed follows the price rule of its reason.
create or replace view bookings_paid_booking as
  select b.id as booking_id, b.participant_id, b.household_id, coalesce(p.guardian_id, e.payer_guardian_id) as guardian_id,
         s.activity_id, s.unit_id, s.date,
         s.id as slot_id, s.season_id,
         coalesce(b.from_minute, s.from_minute) as from_minute, coalesce(b.to_minute, s.to_minute) as to_minute,
         b.booked_at > s.book_until
           and exists (select from booking_history h
                       where h.booking_id = b.id and h.act = 'booked' and h.at > s.book_until
                         and not exists (select from care_contract c where c.id = h.submission_key)) as late,
         told.at as told_at, told.cause as told_cause
  from slot s
  join booking b on b.slot_id = s.id and b.state = 'booked'
  join enrolment e on e.id = b.enrolment_id
  left join payer_period p
    on p.participant_id = b.participant_id and p.household_id = b.household_id and p.activity_id = s.activity_id
    and p.first_day <= s.date and (p.last_day is null or p.last_day >= s.date)
  left join absence_notice told on told.booking_id = b.id;

-- owner: bookings

create index booking_cancelled on booking (participant_id, slot_id) where state = 'cancelled';

-- Published: the places that a form gave back after their deadline, and who pays for them that day. Not those of a slot
-- that closed since, nor what the absence of a class or of its teacher excuses; nor a place that is held again. Given back
-- twice, the first time.
create view bookings_late_cancelled as
  select distinct on (b.participant_id, b.household_id, s.id)
         b.id as booking_id, b.participant_id, b.household_id,
         coalesce(p.guardian_id, e.payer_guardian_id) as guardian_id, s.activity_id, s.unit_id, s.date, s.id as slot_id,
         coalesce(b.from_minute, s.from_minute) as from_minute, coalesce(b.to_minute, s.to_minute) as to_minute,
         b.cancelled_at, s.cancel_until
  from slot s
  join booking b on b.slot_id = s.id and b.state = 'cancelled' and b.cancelled_at > s.cancel_until
  join enrolment e on e.id = b.enrolment_id
  left join payer_period p
    on p.participant_id = b.participant_id and p.household_id = b.household_id and p.activity_id = s.activity_id
    and p.first_day <= s.date and (p.last_day is null or p.last_day >= s.date)
  where s.state = 'open'
    and exists (select from booking_history h
                where h.booking_id = b.id and h.act = 'cancelled' and h.at = b.cancelled_at
                  and h.submission_key is not null
                  and not exists (select from care_contract c where c.id = h.submission_key))
    and not exists (select from booking again
                    where again.slot_id = s.id and again.participant_id = b.participant_id
                      and again.state in ('held', 'booked'))
    and not class_lifts_deadline(b.participant_id, s.activity_id, s.date)
  order by b.participant_id, b.household_id, s.id, b.cancelled_at;

-- owner: bookings

-- Published: the places that the authority gave back after their deadline, by its own fault or decision. A contract is not
-- billed those days (docs/decisions/2026-12-01-late-cancellations.md). Not a place that is held again.
create view bookings_authority_cancelled as
  select b.participant_id, b.household_id, s.unit_id, s.date
  from late_cancellation c
  join booking b on b.id = c.booking_id
  join slot s on s.id = b.slot_id
  where c.cause = 'authority'
    and not exists (select from booking again
                    where again.slot_id = b.slot_id and again.participant_id = b.participant_id
                      and again.state in ('held', 'booked'));

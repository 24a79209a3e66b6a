-- owner: bookings

-- A family takes back an absence that it announced while the place was kept, until the service begins: the history
-- keeps both.
alter table booking_history
  drop constraint booking_history_act_check,
  add constraint booking_history_act_check check (act in (
    'booked', 'cancelled', 'changed', 'held', 'paid', 'released', 'moved_out', 'moved_in',
    'waiting', 'offered', 'accepted', 'given', 'declined', 'expired', 'withdrawn', 'turn_closed', 'said_absent',
    'absence_withdrawn'));

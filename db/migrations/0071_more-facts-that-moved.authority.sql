-- owner: families

-- Who lives in a household says who pays for a presence without a booking.
create trigger note_fact_change after insert or update or delete on household_guardian
  for each statement execute function note_fact_change();

-- owner: bookings

-- A slot that closes, or whose hours or deadline move, changes what is owed for it; its count of places does not.
create trigger note_fact_change after insert or delete or update of state, date, from_minute, to_minute, cancel_until
  on slot for each statement execute function note_fact_change();
-- A class that is away lifts the deadline: what was given back late is not late any more.
create trigger note_fact_change after insert or update or delete on class_day
  for each statement execute function note_fact_change();

-- owner: billing

create trigger note_fact_change after insert or update or delete on waived_penalty
  for each statement execute function note_fact_change();

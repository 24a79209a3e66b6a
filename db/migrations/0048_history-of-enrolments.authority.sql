-- owner: bookings

-- What a household was enrolled in, changed and ended, newest first: the family's history.
create index enrolment_history_household on enrolment_history (household_id, at);

-- owner: bookings

-- Published: who is expected in a slot, with the hours that count, what the family said of an absence, and how many come
-- with this person: an assistante maternelle and the children whom she brings. The days of a nursery's contract are
-- bookings too.
create or replace view bookings_expected as
  select b.slot_id, b.participant_id, b.household_id, s.activity_id, s.unit_id, s.date,
         coalesce(b.from_minute, s.from_minute) as from_minute, coalesce(b.to_minute, s.to_minute) as to_minute,
         told.cause as told_cause, told.at as told_at, b.companions
  from booking b
  join slot s on s.id = b.slot_id
  left join absence_notice told on told.booking_id = b.id
  where b.state = 'booked';

-- Published: who holds a place, for the lists of other folders, and how many come with this person.
create or replace view bookings_booked as
  select b.id as booking_id, b.slot_id, b.participant_id, b.household_id, s.activity_id, s.unit_id, s.date, b.companions
  from booking b
  join slot s on s.id = b.slot_id
  where b.state = 'booked';

-- owner: attendance

-- Published: how many are expected in the slots of a unit on a day, of how many it was noted whether they came, and how
-- many come with them. Counted slot by slot, so that a site's month reads its own bookings only.
create or replace view attendance_day as
  select s.unit_id, s.date, counted.expected, counted.noted, counted.companions
  from bookings_slot_card s
  cross join lateral (
    select count(*) as expected, count(nullif(a.state, 'none')) as noted, coalesce(sum(b.companions), 0) as companions
    from bookings_booked b
    left join attendance a on a.slot_id = b.slot_id and a.participant_id = b.participant_id
    where b.slot_id = s.slot_id
  ) counted
  where counted.expected > 0;

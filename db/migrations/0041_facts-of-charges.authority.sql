-- owner: bookings

-- Published: who holds a place on a day, which adult of the household pays for it on that day, and what its price hangs
-- on: its hours, whether it was booked after its deadline (by an agent, who may), what the family said of an absence. The
-- days of a nursery's contract are booked after their deadlines too, as are turns of the waiting list and moved places:
-- nobody was late.
create or replace view bookings_paid_booking as
  select b.id as booking_id, b.participant_id, b.household_id, coalesce(p.guardian_id, e.payer_guardian_id) as guardian_id,
         s.activity_id, s.unit_id, s.date,
         s.id as slot_id, s.season_id,
         coalesce(b.from_minute, s.from_minute) as from_minute, coalesce(b.to_minute, s.to_minute) as to_minute,
         b.booked_at > s.book_until
           and exists (select from booking_history h
                       where h.booking_id = b.id and h.act = 'booked' and h.at > s.book_until
                         and not exists (select from care_contract c where c.id = h.submission_key)) as late,
         told.at as told_at
  from slot s
  join booking b on b.slot_id = s.id and b.state = 'booked'
  join enrolment e on e.id = b.enrolment_id
  left join payer_period p
    on p.participant_id = b.participant_id and p.household_id = b.household_id and p.activity_id = s.activity_id
    and p.first_day <= s.date and (p.last_day is null or p.last_day >= s.date)
  left join absence_notice told on told.booking_id = b.id;

-- Published: a slot with its counters, its deadlines and its hours.
create or replace view bookings_slot_card as
  select id as slot_id, activity_id, unit_id, season_id, date, starts_at, places, taken, state, closed_because,
         book_until, cancel_until, from_minute, to_minute
  from slot;

-- Published: the contracts of nurseries that have days, with the weeks that they agree upon.
create view bookings_care_contract as
  select c.id as contract_id, e.participant_id, e.household_id, e.activity_id, e.season_id, c.unit_id, c.first_day,
         c.last_day, c.week, c.adapting_until, c.adapting_week
  from care_contract c
  join enrolment e on e.id = c.enrolment_id
  where c.last_day >= c.first_day;

-- Published: who pays what a participant attends without being expected, with a household: the payer of the activity on
-- that day; else the payer of something else that he or she attends, the nearest in time; else who pays for anybody of
-- the household; else one of its adults. Null only for a household without any.
create function bookings_presence_payer(p_household uuid, p_participant uuid, p_activity uuid, p_day date)
returns uuid language sql stable
return coalesce(
  bookings_payer_of(p_household, p_participant, p_activity, p_day),
  (select guardian_id from bookings_payer_span
   where household_id = p_household
   order by participant_id = p_participant desc, activity_id = p_activity desc,
            greatest(first_day - p_day, p_day - last_day, 0), enrolment_id
   limit 1),
  (select guardian_id from families_guardian_card where household_id = p_household order by guardian_id limit 1));

-- owner: attendance

-- Published: what was noted of who in a slot, whether he or she was expected or not.
create view attendance_noted as
  select slot_id, participant_id, household_id, state, reason, proof_on, arrived_at, left_at
  from attendance where state <> 'none';

-- Published: who came on a day without a place, and the unit that was attended.
create view attendance_unbooked as
  select a.slot_id, a.participant_id, a.household_id, s.activity_id, s.unit_id, s.date, s.from_minute, s.to_minute,
         a.arrived_at, a.left_at
  from bookings_slot_card s
  join attendance a on a.slot_id = s.slot_id and a.state = 'present'
  where not exists (select from bookings_booked b
                    where b.slot_id = a.slot_id and b.participant_id = a.participant_id);

-- owner: bookings

-- The turns that one form asks for carry the same instant: among them who was enrolled first comes first, then whose
-- enrolment has the smaller number. The number of a turn is drawn at random, and would draw lots between them.
create or replace function waiting_in_order(p_slot uuid) returns table (turn_id uuid, rank bigint) language sql stable as $$
  select t.id, row_number() over (
    order by case when r.waiting_order = 'points' then -t.points end,
             case when r.waiting_order = 'siblings' then (
               select min(f.asked_at) from waiting_turn f
               where f.slot_id = t.slot_id and f.household_id = t.household_id
                 and f.state in ('waiting', 'offered', 'accepted', 'given')) end,
             case when r.waiting_order = 'siblings' then t.household_id end, t.asked_at, e.created_at, e.id, t.id)
  from waiting_turn t
  join enrolment e on e.id = t.enrolment_id
  join slot s on s.id = t.slot_id
  left join lateral place_rule_on(s.activity_id, s.date) r on true
  where t.slot_id = p_slot and t.state = 'waiting'
$$;
